# Every path is relative, so that the folder may have any name.
.DEFAULT_GOAL := help
.NOTPARALLEL:
COMMANDS := html book test test-rosetta test-theano test-libraries doctest lint links translate bench lock clean
.PHONY: $(COMMANDS) serve help

PYTHON := .venv/bin/python
READY := .venv/.ready
BROWSER := .venv/.browser
WEB := .venv/.web
BENCH := .venv-bench/bin/python
BENCH_READY := .venv-bench/.ready
ROSETTA := .venv-rosetta/bin/python
ROSETTA_READY := .venv-rosetta/.ready
LIBRARIES := .venv-libraries/bin/python
LIBRARIES_READY := .venv-libraries/.ready
SPHINX := $(PYTHON) -m sphinx -j auto -q -W --keep-going -n
GENERATED := build docs/chapters docs/beyond
comma := ,
space := $(subst ,, )
tag = $(subst _,-,$(1))
quoted = '$(subst ','\'',$(1))'

# What a make does that has the lock.
ifeq ($(value LOCKED_FOLDER),$(CURDIR))

KNOWN_LANGUAGES := $(shell awk '/^[a-z]/ {print $$1}' docs/languages.txt)
LANGUAGES := $(KNOWN_LANGUAGES)
CHOSEN := $(filter $(LANGUAGES),$(KNOWN_LANGUAGES))

html: $(READY) ## Build the site into build/html (LANGUAGES=en: in English only)
	@$(need-languages)
	@$(need-settings)
	@$(PYTHON) -m tools.publishing.up_to_date $(call tag,$(CHOSEN)) || { \
		echo "Building the site; the first time takes a minute or two." && \
		python3 -m tools.make.run_parallel $(foreach language,$(CHOSEN), \
		'$(call build,html,pages/$(call tag,$(language)),$(EDITION))') && $(publish); }
	@echo "The site is ready: open build/html/index.html"

book: html ## Build the books too, as EPUB and PDF, and link to them from the front page
	@python3 -m tools.make.run_parallel $(foreach language,$(CHOSEN), \
		'$(call build,epub,epub/$(call tag,$(language)),$(EDITION))')
	@$(PYTHON) -m tools.publishing.books $(call tag,$(CHOSEN)) && $(publish)
	@$(MAKE) --silent --no-print-directory $(BROWSER)
	@PYTHONPATH=docs $(PYTHON) -m tools.publishing.paper.print $(BROWSER) $(call tag,$(CHOSEN)) && $(publish)
	@echo "The books are in build/book, and in the site."

test: $(BROWSER) $(WEB) html ## Run every check
	@python3 -m tools.make.run_parallel '$(MAKE) --no-print-directory lint doctest' \
		'$(MAKE) --no-print-directory book' '$(collect-messages)'
	@$(PYTHON) -m pytest --durations 10 --numprocesses auto --dist worksteal --junitxml build/tests.xml
	@$(PYTHON) -m tools.publishing.verification && $(publish)

test-rosetta: $(ROSETTA_READY) ## Run the snippets in JAX and PyTorch, in an environment of their own
	@$(ROSETTA) -W error docs/rosetta/with_jax.py
	@$(ROSETTA) -W error docs/rosetta/with_pytorch.py
	@echo "The snippets in JAX and PyTorch do what they should."

test-theano: $(READY) ## Run Theano's own tests, for hours, and go on where they stopped (FILES=tests/test_ifelse.py: only these)
	@$(PYTHON) -m tools.upstream_tests.run $(if $(WRITE),--write) $(if $(CLONE),--clone $(call quoted,$(CLONE))) $(FILES)

test-libraries: $(LIBRARIES_READY) ## Train with libraries that were written for Theano, in an environment of their own
	@$(LIBRARIES) -W ignore tests/libraries/with_downhill.py
	@$(LIBRARIES) -W ignore tests/libraries/with_keras.py
	@$(LIBRARIES) -W ignore tests/libraries/with_lasagne.py
	@$(LIBRARIES) -W ignore tests/libraries/with_theano_lstm.py
	@echo "The libraries learn what they should."

doctest: $(READY) ## Run every example and compare what it prints with what's expected
	@$(need-settings)
	@$(call build,doctest,doctest,-t verify)

lint: $(READY) ## Check style, format, types, markup, and who imports whom
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy
	@PYTHONPATH=docs $(PYTHON) -c "from importlinter.cli import lint_imports_command as check; check()" \
		--no-cache --no-logo
	@$(PYTHON) -m sphinxlint $(LINTED_MARKUP)

translate: $(READY) ## Bring every translation's catalogues up to date, and say what is left to do
	@$(collect-messages)
	@PYTHONPATH=docs $(PYTHON) -m tools.translation.translate

links: $(READY) ## Look whether links to other sites still lead somewhere
	@$(call build,linkcheck,linkcheck)

bench: $(BROWSER) $(WEB) $(BENCH_READY) html ## Time training in several libraries, its growth, the building of this site, and its pages
	@kept=true; for part in training javascript large building growth pages; do \
		PYTHONPATH=.:docs $(PYTHON) benchmarks/$$part.py || kept=false; done; $$kept

lock: ## Pin again what pyproject.toml asks for
	@$(need-python3)
	@python3 -m tools.setup.lock
	@$(MAKE) --no-print-directory $(READY)
	@python3 -m tools.setup.lock_npm

clean: ## Remove everything that was built (the environment in .venv stays)
	@rm -rf $(GENERATED)
	@find docs src tests tools -name __pycache__ -prune -exec rm -rf {} +

else

# Whatever builds or runs here writes into this folder only, and ignores the user's other settings.
export OWN_FLAGS := $(THEANO_FLAGS)$(PYTENSOR_FLAGS)
export THEANO_FLAGS := base_compiledir=$(call quoted,$(CURDIR)/build/theano)$(if $(THEANO_FLAGS),$(comma)$(THEANO_FLAGS))
export PYTENSOR_FLAGS := base_compiledir=$(call quoted,$(CURDIR)/build/pytensor)$(if $(PYTENSOR_FLAGS),$(comma)$(PYTENSOR_FLAGS))
export MPLBACKEND := agg
export MPLCONFIGDIR := $(CURDIR)/build/matplotlib
export IPYTHONDIR := $(CURDIR)/build/ipython
export JUPYTER_CONFIG_DIR := $(CURDIR)/build/jupyter
export JUPYTER_DATA_DIR := $(CURDIR)/build/jupyter
export JUPYTER_RUNTIME_DIR := $(CURDIR)/build/jupyter/runtime
export KERAS_HOME := $(CURDIR)/build/keras
export PYTHONUTF8 := 1
export THEANORC := /dev/null
export PYTENSORRC := /dev/null
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONDONTWRITEBYTECODE PYTHONOPTIMIZE PYTHONWARNINGS
unexport THEANO_WALKTHROUGH_SPEEDUPS MATPLOTLIBRC NODE_OPTIONS NODE_PATH DISPLAY WAYLAND_DISPLAY

# One make at a time works in this folder: another make, which has the lock, runs the command.
export LOCKED_FOLDER := $(CURDIR)
with-lock = $(need-this-folder); $(need-new-python3); exec python3 -m tools.make.build_lock $(MAKE) --no-print-directory
$(COMMANDS):
	+@$(with-lock) $@

serve: ## Show the site in a browser and rebuild it while you write
	+@($(with-lock) $(READY))
	@$(PYTHON) -m tools.publishing.serve -q -n -b html -d build/doctrees/serve --port 0 --watch src \
		--re-ignore '/docs/(chapters|beyond)/' --re-ignore '/__pycache__/' docs build/serve

endif

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

# Sphinx warns about a page when it reads it, and takes any page that it wrote for whole:
# after a build that didn't end well, all must be read and written again.
build = { test ! -e $(unfinished) || rm -rf $(trees); } && mkdir -p $(trees) && : > $(unfinished) && \
	$(SPHINX) $(3) -b $(1) -d $(trees) docs build/$(2) && rm $(unfinished) || \
	{ rm -rf $(trees); exit 1; }
trees = build/doctrees/$(patsubst epub/%,pages/%,$(2))
unfinished = $(trees)/.unfinished

publish = PYTHONPATH=docs $(PYTHON) -m tools.publishing.publish $(call tag,$(CHOSEN)) && \
	$(PYTHON) -m tools.publishing.up_to_date

# The editions are built side by side: chapters run for one, the other finds what they printed.
EDITION = -D language=$(language) -D editions=$(subst $(space),$(comma),$(CHOSEN))

# Templates of pages that are gone must not stay.
collect-messages = rm -rf build/gettext; $(call build,gettext,gettext)

# sphinx-lint reads no Markdown, and takes MyST's roles in the catalogues for glued text.
LINTED_MARKUP = --disable missing-space-before-default-role docs/article docs/galleries docs/locale docs/rosetta src

need-languages = for language in $(or $(LANGUAGES),nothing); do case " $(KNOWN_LANGUAGES) " in *" $$language "*) ;; \
	*) echo "LANGUAGES must be one or more of $(KNOWN_LANGUAGES), not $$language." >&2; exit 1 ;; esac; done

# Most people set neither, and needn't wait until Theano has been imported.
need-settings = case $$SOURCE_DATE_EPOCH in *[!0-9]*) echo "SOURCE_DATE_EPOCH must be a whole number of \
	seconds since 1970, not $$SOURCE_DATE_EPOCH." >&2; exit 1 ;; esac; \
	test -z "$$OWN_FLAGS" || $(PYTHON) -m tools.make.try_flags

need-this-folder = test -f tools/make/build_lock.py || \
	{ echo "Run make in the folder that holds its Makefile, or say which with make -C." >&2; exit 1; }

need-python3 = command -v python3 >/dev/null || \
	{ echo "python3 wasn't found; install Python 3 and run make again." >&2; exit 1; }

need-new-python3 = $(need-python3); python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || \
	{ echo "make needs Python 3.9 or newer as python3; install it and run make again." >&2; exit 1; }

$(READY): requirements.lock tools/setup/environment.py tools/setup/uv.py tools/setup/run.py tools/setup/uv-requirements.lock
	@$(need-python3)
	@python3 -m tools.setup.environment

$(BROWSER): $(READY) tools/setup/browser.py tools/setup/npm_packages.py tools/setup/npm/package-lock.json
	@$(PYTHON) -m tools.setup.browser

$(WEB): $(READY) tools/setup/npm_packages.py tools/setup/npm/package.json tools/setup/npm/package-lock.json
	@python3 -m tools.setup.npm_packages

$(BENCH_READY): tools/setup/bench-requirements.lock tools/setup/bench_environment.py tools/setup/environment.py
	@$(need-python3)
	@python3 -m tools.setup.bench_environment

$(ROSETTA_READY): tools/setup/rosetta-requirements.lock tools/setup/rosetta_environment.py tools/setup/environment.py
	@$(need-python3)
	@python3 -m tools.setup.rosetta_environment

$(LIBRARIES_READY): tools/setup/libraries-requirements.lock tools/setup/libraries_environment.py tools/setup/environment.py
	@$(need-python3)
	@python3 -m tools.setup.libraries_environment

# An environment whose Python has been removed is no longer ready, nor is a browser that's gone.
ifeq ($(shell test -x $(PYTHON) && echo yes),)
.PHONY: $(READY)
endif
ifeq ($(shell test -x "$$(cat $(BROWSER) 2>/dev/null)" && echo yes),)
.PHONY: $(BROWSER)
endif
ifeq ($(shell test -x $(BENCH) && echo yes),)
.PHONY: $(BENCH_READY)
endif
ifeq ($(shell test -x $(ROSETTA) && echo yes),)
.PHONY: $(ROSETTA_READY)
endif
ifeq ($(shell test -x $(LIBRARIES) && echo yes),)
.PHONY: $(LIBRARIES_READY)
endif

# Every path is relative, so that the folder may have any name.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: html test test-rosetta doctest lint serve lock clean help

PYTHON := .venv/bin/python
READY := .venv/.ready
ROSETTA := .venv-rosetta/bin/python
ROSETTA_READY := .venv-rosetta/.ready
SPHINX := $(PYTHON) -m sphinx -q -W --keep-going -n
GENERATED := build docs/chapters docs/beyond

# Whatever builds or runs here writes into this folder only, and ignores the user's other settings.
comma := ,
export THEANO_FLAGS := base_compiledir='$(CURDIR)/build/theano'$(if $(THEANO_FLAGS),$(comma)$(THEANO_FLAGS))
export PYTENSOR_FLAGS := base_compiledir='$(CURDIR)/build/pytensor'$(if $(PYTENSOR_FLAGS),$(comma)$(PYTENSOR_FLAGS))
export MPLBACKEND := agg
export MPLCONFIGDIR := $(CURDIR)/build/matplotlib
export IPYTHONDIR := $(CURDIR)/build/ipython
export JUPYTER_CONFIG_DIR := $(CURDIR)/build/jupyter
export JUPYTER_DATA_DIR := $(CURDIR)/build/jupyter
export JUPYTER_RUNTIME_DIR := $(CURDIR)/build/jupyter/runtime
export PYTHONUTF8 := 1
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE DISPLAY WAYLAND_DISPLAY

html: $(READY) ## Build the site into build/html
	@echo "Building the site; the first time takes a minute or two."
	@$(call build,html)
	@echo "The site is ready: open build/html/index.html"

test: lint doctest html ## Run every check
	@$(PYTHON) -m pytest

test-rosetta: $(ROSETTA_READY) ## Run the snippets in JAX and PyTorch, in an environment of their own
	@$(ROSETTA) -W error docs/rosetta/with_jax.py
	@$(ROSETTA) -W error docs/rosetta/with_pytorch.py
	@echo "The snippets in JAX and PyTorch do what they should."

doctest: $(READY) ## Run every example and compare what it prints with what's expected
	@$(call build,doctest,-t verify)

lint: $(READY) ## Check style, format and types
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy

serve: $(READY) ## Show the site in a browser and rebuild it while you write
	@$(PYTHON) -m sphinx_autobuild -q -n -b html -d build/doctrees-serve --port 0 --watch src \
		--re-ignore '/docs/(chapters|beyond)/' --re-ignore '/__pycache__/' docs build/serve

lock: ## Pin again what pyproject.toml asks for
	@$(need-python3)
	@python3 tools/lock.py

clean: ## Remove everything that was built (the environment in .venv stays)
	@rm -rf $(GENERATED)
	@find docs src tests tools -name __pycache__ -prune -exec rm -rf {} +

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

# Sphinx warns about a page when it reads it: after a failure, all must be read again.
build = $(SPHINX) $(2) -b $(1) -d build/doctrees-$(1) docs build/$(1) || \
	{ rm -rf build/doctrees-$(1); exit 1; }

need-python3 = command -v python3 >/dev/null || \
	{ echo "python3 wasn't found; install Python 3 and run make again." >&2; exit 1; }

$(READY): requirements.lock $(wildcard tools/*.py tools/*.lock)
	@$(need-python3)
	@python3 tools/set_up.py

$(ROSETTA_READY): tools/rosetta-requirements.lock $(wildcard tools/*.py)
	@$(need-python3)
	@python3 tools/set_up_rosetta.py

# An environment whose Python has been removed is no longer ready.
ifeq ($(shell test -x $(PYTHON) && echo yes),)
.PHONY: $(READY)
endif
ifeq ($(shell test -x $(ROSETTA) && echo yes),)
.PHONY: $(ROSETTA_READY)
endif

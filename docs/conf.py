"""Settings of the site. Everything that has logic is an extension."""

import doctest
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Theano Walkthrough"
author = "The Theano Walkthrough authors"
project_copyright = f"2026, {author}"
language = "en"  # others are built with -D language, as languages.txt lists them
locale_dirs = ["locale"]
gettext_compact = False  # a catalogue for each page
gettext_location = False
readme_to_translate = "../README.md"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinx_gallery.gen_gallery",
    "extensions.directives.benchmark_bars",
    "extensions.directives.benchmark_plot",
    "extensions.directives.benchmark_table",
    "extensions.directives.chapter_cards",
    "extensions.directives.chapter_figure",
    "extensions.directives.old_names",
    "extensions.directives.other_libraries",
    "extensions.directives.section_link",
    "extensions.gallery.chapters",
    "extensions.gallery.source_lines",
    "extensions.gallery.figure_description",
    "extensions.gallery.figure_translation",
    "extensions.gallery.exercises",
    "extensions.doctests.gallery_cells",
    "extensions.claims.role",
    "extensions.claims.unbound",
    "extensions.doctests.untested_code",
    "extensions.gallery.compiler",
    "extensions.search.documents",
    "extensions.search.interface",
    "extensions.doctests.builder",
    "extensions.gallery.downloads",
    "extensions.i18n.language_switcher",
    "extensions.gallery.graph_scraper",
    "extensions.pages.katex",
    "extensions.pages.asset_pruning",
    "extensions.i18n.gettext_messages",
    "extensions.i18n.parser_settings",
    "extensions.pages.cleanup",
    "extensions.pages.done_marks",
    "extensions.pages.metadata",
    "extensions.pages.plain_text",
    "extensions.directives.live_figure",
    "extensions.directives.playground",
    "extensions.book.pages",
    "extensions.gallery.gc_tuning",
    "extensions.gallery.lazy_matplotlib",
    "extensions.gallery.parallel_chapters",
    "extensions.pages.csp",
    "extensions.pages.definitions",
    "extensions.gallery.build_lock",
]
exclude_patterns = ["facts", "galleries", "locale", "scripts", "_vendor", "extensions", "pictures"]
nitpicky = True

# Under `-t verify` the doctest builder runs every cell itself, and the README is a page.
verifying = tags.has("verify")  # type: ignore[name-defined]  # noqa: F821
if not verifying:
    exclude_patterns.append("readme.md")

folders_of_tested_files = ["article", "rosetta"]
chapter_folders = ["galleries/chapters", "galleries/beyond"]
chapter_dependencies = [
    "../requirements.lock",
    "extensions/gallery/compact_svg.py",
    "extensions/gallery/figure_export.py",
    "extensions/gallery/figure_labels.py",
    "extensions/gallery/graph_scraper.py",
    "extensions/gallery/label_lines.py",
    "extensions/gallery/matplotlib_scraper.py",
    "extensions/gallery/notebook_pictures.py",
    "extensions/gallery/svg.py",
]
pages_without_claims = [
    "changelog",  # what it measured is no longer there
    "readme",  # GitHub shows it without Sphinx's roles: a test has its numbers
]
longest_chapters = ["beyond/reliability", "beyond/old_program"]
sphinx_gallery_conf = {
    "examples_dirs": ["../build/galleries/chapters", "../build/galleries/beyond"],
    "gallery_dirs": ["chapters", "beyond"],
    "filename_pattern": r"\.py$",
    "copyfile_regex": r"index\.rst",
    "image_scrapers": (
        "extensions.gallery.matplotlib_scraper.scrape",
        "extensions.gallery.graph_scraper.scrape",
    ),
    "capture_repr": (),
    "plot_gallery": not verifying,
    "abort_on_example_error": True,
    "remove_config_comments": True,
    "min_reported_time": 1_000_000,
    "write_computation_times": False,
    "show_signature": False,
    "download_all_examples": False,
}
suppress_warnings = [
    "config.cache",
    "sphinx_gallery.space_in_filename",  # it means the whole path, which is not ours to choose
]
if verifying:
    suppress_warnings.append("image.not_readable")  # chapters that don't run draw no pictures

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "none"
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_use_param = False
napoleon_use_ivar = True
add_module_names = False

# Code and commands can be copied, without their prompts; what they print can't.
copybutton_selector = (
    "div:is(.highlight-Python, .highlight-python, .highlight-pycon, .highlight-default,"
    " .highlight-console) > .highlight > pre"
)
copybutton_prompt_text = r">>> ?|\.\.\. ?|\$ "
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False

doctest_depends_on = [
    *("../src", "../benchmarks/results", "../requirements.lock", "article", "article.md"),
    *("conf.py", "extensions", "facts", "rosetta"),
]
doctest_default_flags = doctest.DONT_ACCEPT_TRUE_FOR_1  # otherwise compare exactly
doctest_show_successes = False
# At hand in claims:
doctest_global_setup = (
    "import facts.article, facts.benchmarks, facts.functions, facts.library, facts.revive, "
    "facts.rosetta, facts.site, facts.walkthrough"
)
doctest_global_cleanup = "import matplotlib.pyplot; matplotlib.pyplot.close('all')"

epub_basename = "theano-walkthrough"
epub_uid = "identifier"
epub_show_urls = "no"
epub_use_index = False
epub_tocdepth = 3
epub_tocscope = "includehidden"
epub_cover = ("_static/xnor.png", "")

html_math_renderer = "katex"
html_theme = "pydata_sphinx_theme"
templates_path = ["_templates"]
html_static_path = ["_static", "pictures"]
html_css_files = ["site.css"]
html_js_files = [
    (f"{name}.js", {"defer": "defer"})
    for name in ("edition_switch", "page_toc", "tooltips", "terms", "other_libraries")
]
html_favicon = "_static/favicon.svg"
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
html_domain_indices = False
html_sidebars = {"chapters/*": ["sidebar-nav-bs"], "beyond/*": ["sidebar-nav-bs"], "*": []}
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system has it
html_theme_options = {
    "navbar_align": "left",
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-field-button", "edition-switch"],
    "secondary_sidebar_items": ["on-this-page"],
    "show_toc_level": 2,
    "article_header_end": ["reading-time"],
    "article_footer_items": ["done-mark", "page-links"],
    "footer_start": ["copyright"],
    "footer_center": ["versions", "verified"],
    "footer_end": ["sphinx-version"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}

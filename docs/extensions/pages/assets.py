"""What the theme and the extensions add to every page, and how much of it this site needs.

asset_pruning reads these lists while the site is built, tools/publishing/publish.py afterwards.
"""

# In the order of the theme; they become one. Whatever isn't named here is a page's own, such as
# KaTeX's style.
STYLES = (
    *("basic.css", "styles/pydata-sphinx-theme.css", "pygments.css", "sg_gallery.css"),
    *("sphinx-design.min.css", "copybutton.css", "site.css"),
)

# Nothing that they are for is on any page.
UNUSED_STYLES = (
    *("styles/theme.css", "sg_gallery-binder.css", "sg_gallery-dataframe.css"),
    "sg_gallery-rendered-html.css",
)

# other_libraries.js does what it would.
UNUSED_SCRIPTS = ("design-tabs.js",)

# Each only matters on pages in whose text this pattern is found.
SCRIPTS = {
    "sg-tags.js": "sphx-glr-tag",
    "clipboard.min.js": "highlight-",
    "copybutton.js": "highlight-",
    "done_marks.js": "sd-card-footer|sphx-glr-footer",  # cards of chapters, and chapters
    "terms.js": "std-term",
    "other_libraries.js": "other-libraries",
}

# These scripts write parts of pages.
WRITERS = (
    *("scripts/pydata-sphinx-theme.js", "sphinx_highlight.js", "page_toc.js"),
    *("copybutton.js", "done_marks.js", "live/*.js", "live_figures.js"),
)
# Bootstrap's script knows many more, for parts that no page has.
OF_BOOTSTRAP = {"show", "fade", "tooltip", "tooltip-inner", "tooltip-arrow", "bs-tooltip-auto"}

# Files and folders that no published page loads: what's in the one style, pictures for what no
# page has, the theme's sources, Sphinx's own search, and its notes.
NOT_PUBLISHED = (
    *(name.partition("/")[0] for name in (*STYLES, *UNUSED_STYLES)),
    *(*UNUSED_SCRIPTS, "vendor", "fontawesome.js*", "sg-tags.js", "webpack-macros.html"),
    *("*_badge_logo.svg", "broken_example.png", "no_image.png", "file.png", "minus.png"),
    *("plus.png", "check-solid.svg", "copy-button.svg", "copybutton_funcs.js", "*.map"),
    *("searchtools.js", "language_data.js"),
    *(".buildinfo*", ".doctrees"),
)

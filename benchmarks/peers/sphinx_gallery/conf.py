"""The chapters' scripts as sphinx-gallery builds them by itself, with this site's theme."""

project = "Chapters"
extensions = ["sphinx_gallery.gen_gallery"]
exclude_patterns = ["html", "scripts"]
html_theme = "pydata_sphinx_theme"
sphinx_gallery_conf = {
    "examples_dirs": "scripts",
    "gallery_dirs": "chapters",
    "filename_pattern": r"\.py$",
    "within_subsection_order": "FileNameSortKey",
    "abort_on_example_error": True,
}

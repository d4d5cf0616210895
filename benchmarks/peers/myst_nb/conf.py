"""The chapters' notebooks as MyST-NB builds them, with this site's theme."""

project = "Chapters"
extensions = ["myst_nb"]
exclude_patterns = ["html", "results"]
html_theme = "pydata_sphinx_theme"
nb_execution_mode = "cache"
nb_execution_cache_path = "results"
nb_execution_raise_on_error = True

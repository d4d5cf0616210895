"""From a chapter's script to its page, with sphinx-gallery.

On ``builder-inited``, by priority: build_lock waits for another build (100), chapters writes each
script with the code that it shows and forgets pages that are out of date (400), compiler says if
nothing can be compiled (440), parallel_chapters runs those that must run on every core (450),
sphinx-gallery runs what's left and gathers what it knows of each (500), chapters notes what ran
(600), figure_translation copies figures with labels in the edition's language (700), build_lock
lets the next build go on (900).
While a chapter runs, the scrapers save its figures and graphs; output_cache keeps what its cells
printed and drew, for the next time that only its prose has changed.
On ``doctree-read`` source_lines gives its cells their lines (50), and figure_description looks for
figures that nobody describes; on ``doctree-resolved`` it turns descriptions into alternative texts
(100). On ``build-finished`` downloads writes scripts and notebooks.
Helpers: inline_source, expected_output; figure_export, with compact_svg, label_lines,
figure_labels and svg; notebooks, with needed_package, notebook_pictures, page_links and
plain_prose; archive, for publishing; and cards, for directives.
"""

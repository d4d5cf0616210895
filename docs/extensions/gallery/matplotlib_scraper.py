"""Show each figure on light and on dark pages, and offer its labels to translators.

Notebooks get it as a bitmap.
"""

from pathlib import Path
from typing import Any

from extensions.gallery.notebook_pictures import bitmap_beside

# The theme hides one of the two, and what's hidden and lazy isn't fetched.
IMAGE = """
.. image:: /{path}
   :width: {width}
   :height: {height}
   :loading: lazy
   :class: only-{page} figure img-fluid no-scaled-link
"""
LABELS = """
.. figure-labels::

{labels}
"""


def scrape(block: tuple[Any, ...], block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Save the open figures for both kinds of page, and for notebooks.

    Parameters
    ----------
    block : tuple
        The cell that has run.
    block_vars : dict
        What sphinx-gallery knows about the script.
    gallery_conf : dict
        sphinx-gallery's settings.

    Returns
    -------
    str
        Two images in reStructuredText for each figure, of which a reader gets one.
    """
    # A build that runs no chapter needn't wait for Matplotlib.
    from matplotlib import pyplot as plt

    from extensions.gallery.compact_svg import PIXELS_PER_INCH
    from extensions.gallery.figure_export import recolour, save, save_bitmap
    from extensions.gallery.figure_labels import labels

    images = ""
    for number in plt.get_fignums():
        figure = plt.figure(number)
        light = Path(next(block_vars["image_path_iterator"])).with_suffix(".svg")
        dark = light.with_name(f"{light.stem}_dark.svg")
        save(figure, light)
        figure.set_layout_engine("none")  # all is in its place, for the other two as well
        save_bitmap(figure, bitmap_beside(light))
        recolour(figure)
        save(figure, dark, transparent=True)
        width, height = figure.get_size_inches() * PIXELS_PER_INCH
        for page, file in (("light", light), ("dark", dark)):
            images += IMAGE.format(
                path=file.relative_to(gallery_conf["src_dir"]).as_posix(),
                width=round(width),
                height=round(height),
                page=page,
            )
        if found := labels(light.read_text(encoding="utf-8")):
            images += LABELS.format(labels="\n".join(f"   {label}" for label in found))
    plt.close("all")
    return images

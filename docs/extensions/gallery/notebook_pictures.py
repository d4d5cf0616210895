"""Pictures as notebooks have them, which scrapers save beside those of the page.

Not every program shows SVG in a notebook that its reader hasn't run yet, for it may hold scripts;
what's inside of an ``<img>`` runs none.
"""

import base64
from pathlib import Path
from typing import Any

SHARPNESS = 2  # pixels of a bitmap for one of the page


def bitmap_beside(picture: Path) -> Path:
    """Return where a figure's bitmap is saved, for the page's picture."""
    return picture.with_name(f"{picture.stem}_notebook.png")


def html_beside(picture: Path) -> Path:
    """Return where the HTML of a value is saved that a notebook shows, for the page's picture."""
    return picture.with_name(f"{picture.stem}_notebook.html")


def stored(picture: Path, description: str) -> list[dict[str, Any]]:
    """Return what a cell has in a notebook below it for a picture that it drew.

    Parameters
    ----------
    picture : Path
        The page's picture.
    description : str
        What it shows, for programs that show text only.

    Returns
    -------
    list of dict
        One output in Jupyter's format, or none if the picture hasn't been drawn.
    """
    text = {"text/plain": description}
    if (path := bitmap_beside(picture)).is_file():
        data = path.read_bytes()
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))  # PNG's own
        size = {"width": width // SHARPNESS, "height": height // SHARPNESS}
        image = base64.b64encode(data).decode()
        return [
            {
                "output_type": "display_data",
                "data": {"image/png": image, **text},
                "metadata": {"image/png": size},
            }
        ]
    if (path := html_beside(picture)).is_file():
        return [
            {
                "output_type": "execute_result",
                "data": {"text/html": path.read_text(encoding="utf-8"), **text},
                "metadata": {},
            }
        ]
    return []

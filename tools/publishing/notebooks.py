"""Write every chapter as a notebook into notebooks, without running any: for Binder.

What cells print is in them, as their authors expect it, and no pictures are: nobody has drawn any.
"""

import tempfile
from pathlib import Path

from sphinx_gallery.gen_gallery import DEFAULT_GALLERY_CONF

from extensions.gallery.inline_source import expand
from extensions.gallery.notebooks import notebook
from tools.publishing.placeholders import fill_in_notebook

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs/galleries/chapters", "docs/galleries/beyond")


def write_notebooks(target: Path) -> None:
    """Write them.

    Parameters
    ----------
    target : Path
        The folder that will hold them.
    """
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for chapter in sorted(path for name in FOLDERS for path in (ROOT / name).glob("*.py")):
            script = Path(folder, chapter.name)
            script.write_text(expand(chapter, ROOT / "src").text, encoding="utf-8")
            text = notebook(script, DEFAULT_GALLERY_CONF, extra=chapter.parent.name)
            (target / f"{chapter.stem}.ipynb").write_text(
                fill_in_notebook(text, ""), encoding="utf-8"
            )


if __name__ == "__main__":
    write_notebooks(ROOT / "notebooks")

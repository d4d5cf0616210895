"""Write every chapter as a notebook into notebooks, without running any: for Binder."""

import tempfile
from pathlib import Path

from sphinx_gallery.gen_gallery import DEFAULT_GALLERY_CONF

from extensions.gallery.downloads import notebook, plain_script
from extensions.gallery.inline_source import expand

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
            script.write_text(plain_script(script), encoding="utf-8")
            text = notebook(script, DEFAULT_GALLERY_CONF)
            (target / f"{chapter.stem}.ipynb").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_notebooks(ROOT / "notebooks")

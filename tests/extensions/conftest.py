"""Tiny sites, built to see what an extension does."""

import doctest
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

DOCS = Path(__file__).parents[2] / "docs"


class Site:
    """A site in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.docs = folder / "docs"
        self.write("docs/index.md", "# Home")

    def write(self, name: str, text: str) -> Path:
        """Write a file of the site."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).strip() + "\n", encoding="utf-8")
        return path

    def build(
        self,
        *extensions: str,
        builder: str = "html",
        place: str = "",
        parallel: int = 1,
        **settings: object,
    ) -> "Result":
        """Build the site, and return what came out."""
        said, warned = StringIO(), StringIO()
        place = place or builder
        output = self.folder / "build" / place
        translators.clear()  # of a site before, in Chinese perhaps; Sphinx's own tests do it
        with patch_docutils(), docutils_namespace(), redirect_stdout(said):
            app = Sphinx(
                self.docs,
                None,
                output,
                self.folder / "build" / f"trees-{place}",
                builder,
                {
                    "extensions": ["myst_parser", *extensions],
                    "html_theme": "basic",
                    "nitpicky": True,
                    **settings,
                },
                status=said,
                warning=warned,
                parallel=parallel,
            )
            app.build()
        return Result(app.statuscode, said.getvalue(), warned.getvalue(), output)


class Result(NamedTuple):
    """What a build left behind."""

    status: int
    said: str
    warnings: str
    output: Path

    def page(self, name: str = "index.html") -> str:
        """Return the text of an output file."""
        return (self.output / name).read_text(encoding="utf-8")


Build = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """An empty site, in a folder with a space and Han letters."""
    monkeypatch.syspath_prepend(str(DOCS))
    # Sphinx's doctest builder replaces this, and leaves its own behind.
    monkeypatch.setattr(doctest, "compile", compile, raising=False)
    return Site(tmp_path / "a site 网站")


@pytest.fixture
def build(site: Site) -> Build:
    """Return a function that writes a site's files and builds it."""

    def write_and_build(files: dict[str, str], *extensions: str, **settings: Any) -> Result:
        (site.docs / "index.md").unlink()
        for name, text in files.items():
            site.write(f"docs/{name}", text)
        return site.build(*extensions, **settings)

    return write_and_build


@pytest.fixture
def chapters(site: Site) -> Site:
    """A site with one chapter, and a package for it."""
    site.write(
        "docs/galleries/chapters/index.rst", "Chapters\n========\n\n.. toctree::\n\n   1_first\n"
    )
    site.write("docs/index.md", "# Home\n\n```{toctree}\nchapters/index\n```")
    site.write("src/theano_walkthrough/gates.py", "NUMBER = 1")
    return site


GALLERY = {
    "examples_dirs": ["../build/galleries/chapters"],
    "gallery_dirs": ["chapters"],
    "filename_pattern": r"\.py$",
    "copyfile_regex": r"index\.rst",
    "capture_repr": (),
    "abort_on_example_error": True,
    "min_reported_time": 1_000_000,
    "write_computation_times": False,
    "show_signature": False,
}


def build_chapters(
    site: Site,
    builder: str = "html",
    *extensions: str,
    scrapers: object = ("matplotlib",),
    run: object = False,
    **settings: Any,
) -> Result:
    """Build a site with chapters, as the real one is built."""
    return site.build(
        "sphinx_gallery.gen_gallery",
        "extensions.doctests.gallery_cells",
        "extensions.doctests.builder",
        *extensions,
        builder=builder,
        exclude_patterns=["galleries"],
        chapter_folders=["galleries/chapters"],
        doctest_default_flags=0,
        sphinx_gallery_conf={
            **GALLERY,
            "plot_gallery": bool(run) or builder == "html",
            "image_scrapers": scrapers,
        },
        suppress_warnings=["config.cache", "sphinx_gallery.space_in_filename"],
        **settings,
    )


@pytest.fixture
def live_functions(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let live figures have empty functions, to be fast; list those that were made."""
    for name in ("playground", "live_functions"):
        site.write(f"src/theano_walkthrough/beyond/{name}.py", "first = 1")
    made: list[str] = []
    exports = "".join(
        f"export function {name}() {{}}\n" for name in ("step", "answer", "cube", "neuron")
    )

    def write(name: str) -> str:
        made.append(name)
        return exports

    names = ("cube", "step_neuron", "neuron", "shared", "separate")
    functions = {name: partial(write, name) for name in names}
    monkeypatch.setattr("theano_walkthrough.beyond.live_functions.FUNCTIONS", functions)
    return made

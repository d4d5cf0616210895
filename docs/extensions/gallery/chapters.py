"""Prepare the chapters for sphinx-gallery, and decide which of them must run again.

sphinx-gallery runs a script again when its text has changed.
Here a page is out of date when its code or what it imports has changed, or when the doctest
builder has written it without running it; where only prose has changed, nothing needs to run.
So each page that did run keeps a fingerprint of everything that its numbers depend on.
"""

import ast
import hashlib
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from extensions.gallery import output_cache
from extensions.gallery.inline_source import ExpandedScript, ShownCodeError, expand

PACKAGE = "theano_walkthrough"


class Chapter(NamedTuple):
    """Where a chapter is found on its way to the reader."""

    source: Path
    script: Path  # with the code that it shows, for sphinx-gallery
    page: Path  # sphinx-gallery's copy of the script, beside the page made from it
    docname: str


Fingerprints = dict[Chapter, str]


def prepare(app: Sphinx, fingerprints: Fingerprints) -> None:
    """Write the expanded chapters, and forget pages that are out of date."""
    for chapter in all_chapters(app):
        try:
            ast.parse(chapter.source.read_text(encoding="utf-8"))
            write_if_changed(chapter.script, expanded(app, chapter).text)
        except SyntaxError as problem:
            place = f"{chapter.source.name}:{problem.lineno}"
            raise ExtensionError(f"{place}: {problem.msg}: {problem.text}") from None
        except ShownCodeError as problem:
            raise ExtensionError(str(problem)) from None
        fingerprints[chapter] = fingerprint(app, chapter.script, _code(chapter.script))
        if _read(_executed(chapter)) != fingerprints[chapter]:
            for ending in (".executed", output_cache.ENDING, ".py.md5"):
                chapter.page.with_suffix(ending).unlink(missing_ok=True)
    for sources, scripts, pages in _folders(app):
        write_if_changed(scripts / "index.rst", _read(sources / "index.rst") or "")
        _remove_stale(sources, scripts, pages)


def note_executed(app: Sphinx, fingerprints: Fingerprints) -> None:
    """Note which pages show what their code printed, as it was before it ran."""
    if runs_chapters(app):
        for chapter, digest in fingerprints.items():
            write_if_changed(_executed(chapter), digest)


def runs_chapters(app: Sphinx) -> bool:
    """Tell whether this build runs chapters, not only reads them."""
    return bool(app.config.sphinx_gallery_conf["plot_gallery"])


def must_run(app: Sphinx, chapter: Chapter) -> bool:
    """Tell whether a chapter, once prepared, will run."""
    return runs_chapters(app) and not _executed(chapter).is_file()


def all_chapters(app: Sphinx | BuildEnvironment) -> list[Chapter]:
    """Return every chapter, in the order of its name."""
    root = Path(app.srcdir)
    return [
        Chapter(
            source,
            scripts / source.name,
            pages / source.name,
            (pages / source.stem).relative_to(root).as_posix(),
        )
        for sources, scripts, pages in _folders(app)
        for source in sorted(sources.glob("*.py"))
    ]


def chapter_of(app: Sphinx | BuildEnvironment, docname: str) -> Chapter | None:
    """Return the chapter that a page is made from, or None if it's made from none."""
    return next((chapter for chapter in all_chapters(app) if chapter.docname == docname), None)


def chapter_being_read(app: Sphinx) -> Chapter | None:
    """Return the chapter whose page Sphinx is reading, or None if it's another page."""
    return chapter_of(app, app.env.docname)


def expanded(app: Sphinx, chapter: Chapter) -> ExpandedScript:
    """Return a chapter with the code that it shows."""
    return expand(chapter.source, _source_root(app))


def fingerprint(app: Sphinx, script: Path, code: str) -> str:
    """Return a digest of all that a script's numbers and pictures depend on.

    That the package's speed-ups may be off needn't be in it: make leaves them on.
    """
    digest = hashlib.sha256(code.encode())
    modules = _imported_modules(script, _source_root(app))
    others = [Path(app.srcdir, name).resolve() for name in app.config.chapter_dependencies]
    for path in [*sorted(modules), *others]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _folders(app: Sphinx | BuildEnvironment) -> list[tuple[Path, Path, Path]]:
    """Return the folders of chapters, of expanded scripts and of pages that belong together."""
    gallery = app.config.sphinx_gallery_conf
    names = (app.config.chapter_folders, gallery["examples_dirs"], gallery["gallery_dirs"])
    if len(set(map(len, names))) != 1:
        raise ExtensionError(
            "chapter_folders, examples_dirs and gallery_dirs must name as many folders each"
        )
    root = Path(app.srcdir)
    return [
        (root / sources, (root / scripts).resolve(), root / pages)
        for sources, scripts, pages in zip(*names, strict=True)
    ]


def _source_root(app: Sphinx) -> Path:
    return Path(app.srcdir, app.config.chapter_source_root).resolve()


def _code(script: Path) -> str:
    """Return a script's cells, without its prose."""
    blocks = split_code_and_text_blocks(script)[1]
    return "\0".join(block.content.strip() for block in blocks if block.type == "code")


def _executed(chapter: Chapter) -> Path:
    return chapter.page.with_suffix(".executed")


def _imported_modules(script: Path, root: Path) -> set[Path]:
    """Follow the imports of our package, from module to module."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        for name in _imported_names(waiting.pop().read_text(encoding="utf-8")):
            path = root.joinpath(*name.split("."))
            for file in (path.with_suffix(".py"), path / "__init__.py"):
                if file.is_file() and file not in found:
                    found.add(file)
                    waiting.append(file)
    return found


@cache
def _imported_names(code: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    paths = [name.split(".") for name in names]
    # A module's packages are imported first.
    return {".".join(p[:end]) for p in paths if p[0] == PACKAGE for end in range(1, len(p) + 1)}


def _remove_stale(sources: Path, scripts: Path, pages: Path) -> None:
    """Remove scripts and pages of chapters that no longer exist."""
    for script in scripts.glob("*.py"):
        if not (sources / script.name).is_file():
            for leftover in pages.glob(f"{script.stem}.*"):
                leftover.unlink()
            script.unlink()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def write_if_changed(path: Path, text: str) -> None:
    """Write a file at once, unless it holds this text already."""
    if _read(path) != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".part")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.output_cache")
    app.add_config_value("chapter_folders", [], "env", [list])
    app.add_config_value("chapter_source_root", "../src", "env", [str])
    app.add_config_value("chapter_dependencies", [], "env", [list])
    fingerprints: Fingerprints = {}
    before_sphinx_gallery, after_it = 400, 600
    app.connect(
        "builder-inited", partial(prepare, fingerprints=fingerprints), before_sphinx_gallery
    )
    app.connect("builder-inited", partial(note_executed, fingerprints=fingerprints), after_it)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

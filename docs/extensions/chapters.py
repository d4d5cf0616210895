"""Prepare the chapters for sphinx-gallery, and decide which of them must run again.

sphinx-gallery runs a script again when its text has changed.
That isn't enough here: a page is also out of date when code that it imports has changed, or
when the doctest builder has written it without running it.
So each page that did run keeps a fingerprint of everything that its numbers depend on.
"""

import ast
import hashlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from extensions.shown_code import ShownCodeError, expand

PACKAGE = "theano_walkthrough"


def prepare(app: Sphinx) -> None:
    """Write the expanded chapters, and forget pages that are out of date."""
    for chapter, script in pairs(app):
        try:
            text = expand(chapter, source_root(app)).text
        except ShownCodeError as problem:
            raise ExtensionError(str(problem)) from None
        _write_if_changed(script, text)
        page = page_of(app, script)
        if _read(page.with_suffix(".executed")) != fingerprint(app, script):
            page.with_suffix(".executed").unlink(missing_ok=True)
            page.with_name(page.name + ".md5").unlink(missing_ok=True)
    for folder in app.config.chapter_folders:
        index = _expanded_folder(app, folder) / "index.rst"
        _write_if_changed(index, _read(Path(app.srcdir) / folder / "index.rst") or "")
    _remove_strangers(app)


def remember(app: Sphinx, exception: Exception | None) -> None:
    """Note which pages show what their code printed."""
    if exception is None and app.config.sphinx_gallery_conf["plot_gallery"]:
        for _, script in pairs(app):
            executed = page_of(app, script).with_suffix(".executed")
            _write_if_changed(executed, fingerprint(app, script))


def pairs(app: Sphinx) -> list[tuple[Path, Path]]:
    """Return each chapter's source beside the expanded script made from it."""
    return [
        (chapter, _expanded_folder(app, folder) / chapter.name)
        for folder in app.config.chapter_folders
        for chapter in sorted((Path(app.srcdir) / folder).glob("*.py"))
    ]


def page_of(app: Sphinx, script: Path) -> Path:
    """Return the copy of a script that lies beside its generated page."""
    folders = zip(
        app.config.sphinx_gallery_conf["examples_dirs"],
        app.config.sphinx_gallery_conf["gallery_dirs"],
        strict=True,
    )
    gallery = {Path(examples).name: gallery for examples, gallery in folders}
    return Path(app.srcdir, gallery[script.parent.name], script.name)


def source_root(app: Sphinx) -> Path:
    """Return the folder that holds the package."""
    return Path(app.srcdir, app.config.chapter_source_root).resolve()


def fingerprint(app: Sphinx, script: Path) -> str:
    """Return a digest of all that a chapter's numbers and pictures depend on."""
    digest = hashlib.sha256(script.read_bytes())
    modules = _imported_modules(script, source_root(app))
    others = [(Path(app.srcdir) / name).resolve() for name in app.config.chapter_dependencies]
    for path in [*sorted(modules), *others]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _imported_modules(script: Path, root: Path) -> set[Path]:
    """Follow the imports of our package, from module to module."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        for name in _imported_names(waiting.pop()):
            path = root.joinpath(*name.split("."))
            for file in (path.with_suffix(".py"), path / "__init__.py"):
                if file.is_file() and file not in found:
                    found.add(file)
                    waiting.append(file)
    return found


def _imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    names = {name for name in names if name.split(".")[0] == PACKAGE}
    return names | ({PACKAGE} if names else set())  # a module's package is imported first


def _expanded_folder(app: Sphinx, folder: str) -> Path:
    for examples in app.config.sphinx_gallery_conf["examples_dirs"]:
        if Path(examples).name == folder:
            return Path(app.srcdir, examples).resolve()
    raise ExtensionError(f"no entry of examples_dirs belongs to the chapter folder {folder}")


def _remove_strangers(app: Sphinx) -> None:
    """Remove scripts and pages of chapters that no longer exist."""
    scripts = [script for _, script in pairs(app)]
    for folder in {script.parent for script in scripts}:
        for old in set(folder.glob("*.py")) - set(scripts):
            for leftover in page_of(app, old).parent.glob(f"{old.stem}.*"):
                leftover.unlink()
            old.unlink()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _write_if_changed(path: Path, text: str) -> None:
    if _read(path) != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".part")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("chapter_folders", [], "env", [list])
    app.add_config_value("chapter_source_root", "../src", "env", [str])
    app.add_config_value("chapter_dependencies", [], "env", [list])
    app.connect("builder-inited", prepare, priority=400)  # before sphinx-gallery, at 500
    app.connect("build-finished", remember)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

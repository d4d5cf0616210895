"""Show the site in a browser while its pages are written.

sphinx-autobuild starts a Python for each build, which imports for longer than it builds.
It asks another process to do so, a fork of its own; here that fork is what builds, and what no
writer changes has been imported before. Nothing that a build imports stays, as it did when
sphinx-autobuild built without a Python of its own (sphinx-doc/sphinx-autobuild#148).
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from sphinx.cmd.build import main as build
from sphinx_autobuild import __main__ as autobuild
from sphinx_autobuild.build import Builder
from sphinx_autobuild.utils import show_message

IMPORTED = (
    *("matplotlib.pyplot", "myst_parser", "pydata_sphinx_theme", "sphinx.ext.autodoc"),
    *("sphinx_copybutton", "sphinx_design", "sphinx_gallery.gen_gallery", "theano_walkthrough"),
)
OUR_OWN = Path("src", "theano_walkthrough").resolve()
"""What may change: of our package, ``__init__`` and ``compat`` have been imported, no step has."""


class ForkedBuilder(Builder):  # type: ignore[misc]
    """Builds in the process that calls it, if what it has imported is still as it was."""

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build after these files have changed; after none for the first time."""
        if not changed_paths or any(_was_imported(path) for path in changed_paths):
            super().__call__(changed_paths=changed_paths)
            return
        names = ", ".join(sorted({path.name for path in changed_paths}))
        show_message(f"Rebuilding, since this has changed: {names}")
        if build(self.sphinx_args):
            show_message("What is shown is from before: the build failed, for the reason above.")


def _was_imported(path: Path) -> bool:
    return path.is_relative_to(OUR_OWN / "compat") or path == OUR_OWN / "__init__.py"


if __name__ == "__main__":
    for name in IMPORTED:
        import_module(name)
    autobuild.Builder = ForkedBuilder
    autobuild.main(sys.argv[1:])

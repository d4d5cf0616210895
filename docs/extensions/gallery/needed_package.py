"""What a notebook says where the package that it needs isn't there."""

import tomllib
from functools import cache
from typing import Any

from sphinx.locale import _

from extensions.i18n.languages import DOCS

CELL = """\
from importlib.util import find_spec

if not find_spec("theano_walkthrough"):

    class PackageMissing(Exception):
        def _render_traceback_(self):  # IPython shows this in the place of a traceback
            return [str(self)]

    raise PackageMissing({sentence!r})"""


@cache
def project() -> dict[str, Any]:
    """Return what pyproject.toml says of the package: its name, its version."""
    text = (DOCS.parent / "pyproject.toml").read_text(encoding="utf-8")
    known: dict[str, Any] = tomllib.loads(text)["project"]
    return known


def wheel() -> str:
    """Return the name of the package's wheel, which lies at the top of the site."""
    return f"{project()['name'].replace('-', '_')}-{project()['version']}-py3-none-any.whl"


def remark() -> str:
    """Return the sentence that says what a notebook needs."""
    return _(
        "This notebook needs Python 3.11 and the package theano_walkthrough; where it's missing, "
        "the first cell with code says how to get it."
    )


def cell(extra: str) -> str:
    """Return the code that asks for the package.

    Parameters
    ----------
    extra : str
        What of the package's optional dependencies the notebook needs: ``"chapters"``, say.

    Returns
    -------
    str
        The code. The address of the site in it is filled in when the site is published.
    """
    package = f'"theano_walkthrough[{extra}] @ {{site}}{wheel()}"'
    sentence = _(
        "This notebook needs Python 3.11 and {wheel}, which lies at the top of its site: run "
        "%pip install {package} in a cell of its own, then restart the kernel."
    ).format(wheel=wheel(), package=package)
    return CELL.format(sentence=sentence)

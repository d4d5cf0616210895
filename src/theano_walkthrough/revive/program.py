"""All that is to say of one program, and the program mended."""

from dataclasses import replace

from theano_walkthrough.revive.c_code import find_c_code
from theano_walkthrough.revive.code import Code
from theano_walkthrough.revive.findings import Mended, changed
from theano_walkthrough.revive.gone_names import find_gone_names
from theano_walkthrough.revive.leftovers import find_leftovers
from theano_walkthrough.revive.names import find_keywords, find_names
from theano_walkthrough.revive.preparing import find_missing_import
from theano_walkthrough.revive.python_2 import to_python_3
from theano_walkthrough.revive.reading import RefusedError
from theano_walkthrough.revive.settings import find_settings
from theano_walkthrough.revive.streams import find_old_draws
from theano_walkthrough.revive.symbols import find_divisions, find_numpy_on_symbols

import libcst as cst

# Each yields what it finds in a program, with what to write instead.
_CHECKS = (
    *(find_c_code, find_gone_names, find_keywords, find_names, find_numpy_on_symbols),
    *(find_old_draws, find_settings),
)


def mend(text: str) -> Mended:
    r"""Return a program with what is certain mended.

    Parameters
    ----------
    text : str
        The program, in Python 2 or 3.

    Returns
    -------
    Mended
        The program, and what needed mending.

    Raises
    ------
    RefusedError
        If it isn't a program.

    Examples
    --------
    >>> from theano_walkthrough.revive.program import mend
    >>> mended = mend("import theano\nprint 'a'\n")
    >>> print(mended.text, end="")
    import theano_walkthrough
    import theano
    print('a')
    >>> [(finding.line, finding.help) for finding in mended.findings]
    [(1, 'import-first'), (2, 'python-2')]
    """
    try:
        return mended(text)
    except (RecursionError, MemoryError):
        raise RefusedError("its parentheses or operators are nested too deeply") from None
    except cst.ParserSyntaxError as error:
        raise RefusedError(f"line {error.raw_line} is neither Python 2 nor Python 3") from None


def mended(text: str) -> Mended:
    """Do what `mend` promises, without regard for how deep the program is."""
    new, findings, lines, was_python_2 = to_python_3(text)
    code = Code(new)
    found = [finding for check in _CHECKS for finding in check(code)]
    if was_python_2:
        found += [*find_leftovers(code), *find_divisions(code)]
    found += find_missing_import(code, any(finding.old_name for finding in found))
    edits = [edit for finding in found for edit in finding.edits]
    findings = findings + [replace(finding, line=lines[finding.line - 1]) for finding in found]
    findings.sort(key=lambda finding: (finding.line, finding.what))
    return Mended(changed(new, edits), list(dict.fromkeys(findings)))

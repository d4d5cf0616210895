"""``python -m theano_walkthrough.revive [--write] program.py …``."""

import io
import os
import sys
from importlib.util import find_spec
from pathlib import Path

USAGE = "python -m theano_walkthrough.revive [--write] program.py …"
NOTHING, FOUND, REFUSED = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Say what needs mending in each file, and mend it if asked to.

    Parameters
    ----------
    arguments : list of str
        Files, and perhaps ``--write``.

    Returns
    -------
    int
        0 if there's nothing to mend, or nothing left; 1 if there is; 2 if a file was refused.
    """
    missing = [name for name in ("fissix", "libcst") if find_spec(name) is None]
    if missing:
        return refused(
            f"theano_walkthrough.revive needs {', '.join(missing)}: "
            "install theano-walkthrough[revive]"
        )
    files = [argument for argument in arguments if argument != "--write"]
    unknown = [argument for argument in files if argument.startswith("-")]
    if unknown or not files:
        return refused(f"{unknown[0]}: no such option. {USAGE}" if unknown else f"usage: {USAGE}")
    return max(revive(name, writes="--write" in arguments) for name in files)


def revive(name: str, writes: bool) -> int:
    """Say what one file needs, mend it if asked to, and return the exit status."""
    from theano_walkthrough.revive.program import mend
    from theano_walkthrough.revive.reading import RefusedError, read
    from theano_walkthrough.revive.settings import mend_settings
    from theano_walkthrough.revive.writing import write

    try:
        source = read(name)
        is_settings = "theanorc" in Path(name).name + source.path.name  # which a link may lead to
        mended = (mend_settings if is_settings else mend)(source.text)
        kept = write(source, mended.text) if writes and mended.text != source.text else None
    except RefusedError as error:
        return refused(f"{name}: {error}")
    for finding in mended.findings:
        done = (", mended" if finding.certain else ", left to you") if writes else ""
        print(f"{name}:{finding}{done}")
    if kept:
        print(f"{name}: the original is in {kept.name}")
    left = [finding for finding in mended.findings if not (writes and finding.certain)]
    return FOUND if left else NOTHING


def refused(sentence: str) -> int:
    """Say why nothing was done, and return the exit status."""
    print(sentence, file=sys.stderr)
    return REFUSED


def run() -> int:
    """Run the command where letters can't be printed, or nobody reads on, as after ``| head``."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    return status


if __name__ == "__main__":
    sys.exit(run())

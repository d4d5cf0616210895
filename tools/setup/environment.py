"""Make .venv, the project's environment, from requirements.lock.

Runs on any Python 3 from 3.9, with nothing but its standard library.
"""

from collections.abc import Sequence
from pathlib import Path

from tools.setup.run import DETAILS, CommandFailed, Problem, main, run
from tools.setup.uv import find_uv

ENVIRONMENT = Path(".venv")
LOCK = Path("requirements.lock")
READY = ENVIRONMENT / ".ready"

FAILURES = (
    (
        ("Hash mismatch", "must have a hash"),
        "A package doesn't have a hash of {lock}, so none was installed; "
        f"try another network or package mirror ({DETAILS}).",
    ),
    (
        ("Failed to fetch", "error sending request", "network was disabled", "timed out"),
        f"The packages couldn't be fetched; check the network and run make again ({DETAILS}).",
    ),
    (
        ("",),
        "The packages of {lock} couldn't be installed " + f"({DETAILS}).",
    ),
)


def set_up() -> None:
    """Make the environment from nothing, and mark it ready at the very end."""
    uv, settings = find_uv()
    print(f"Setting up {ENVIRONMENT} ...", flush=True)
    make_environment(uv, settings, ENVIRONMENT)
    install_packages(uv, settings, ENVIRONMENT, LOCK)
    make_package_importable(ENVIRONMENT)
    READY.touch()


def make_environment(uv: str, settings: dict[str, str], environment: Path) -> None:
    """Find Python 3.11 or fetch it, and make an empty environment with it."""
    if environment.exists() and not environment.is_dir():
        raise Problem(f"{environment} must be a folder; move it away and run make again.")
    command = [uv, "venv", "--clear", "--relocatable", "--python", "cpython@3.11"]
    try:
        run([*command, str(environment)], **settings)
    except CommandFailed:
        raise Problem(
            "Python 3.11 was neither found nor could it be fetched; install it, or check the "
            f"network, and run make again ({DETAILS})."
        ) from None


def install_packages(
    uv: str, settings: dict[str, str], environment: Path, lock: Path, sources: Sequence[str] = ()
) -> None:
    """Install every package of the lock; Theano and other sources are built with what's in it."""
    command = [uv, "pip", "sync", "--python", str(environment / "bin" / "python")]
    command += ["--require-hashes", "--build-constraints", str(lock), "--only-binary", ":all:"]
    for name in ("theano-pymc", *sources):
        command += ["--no-binary", name]
    command += [str(lock)]
    try:
        run(command, **settings)
    except CommandFailed as failure:
        for signs, sentence in FAILURES:
            if any(sign in str(failure) for sign in signs):
                raise Problem(sentence.format(lock=lock)) from None


def make_package_importable(environment: Path) -> None:
    """Point Python to src, relatively: the folder may be moved and have any name."""
    for packages in environment.glob("lib/python*/site-packages"):
        up = "../" * len(packages.parts)
        (packages / "theano_walkthrough.pth").write_text(f"{up}src\n")


if __name__ == "__main__":
    main(set_up)

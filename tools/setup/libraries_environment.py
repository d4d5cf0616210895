"""Make .venv-libraries, the environment of the libraries that were written for Theano."""

from pathlib import Path

from tools.setup.environment import install_packages, make_environment, make_package_importable
from tools.setup.run import main
from tools.setup.uv import find_uv

ENVIRONMENT = Path(".venv-libraries")
LOCK = Path("tools", "setup", "libraries-requirements.lock")
READY = ENVIRONMENT / ".ready"
SOURCES = ["lasagne", "theano-lstm"]


def set_up() -> None:
    """Make the environment from nothing, and mark it ready at the very end."""
    uv, settings = find_uv()
    print(f"Setting up {ENVIRONMENT} ...", flush=True)
    make_environment(uv, settings, ENVIRONMENT)
    install_packages(uv, settings, ENVIRONMENT, LOCK, SOURCES)
    make_package_importable(ENVIRONMENT)
    READY.touch()


if __name__ == "__main__":
    main(set_up)

"""Make .venv-bench, the environment of the peers that only make bench needs."""

from pathlib import Path

from tools.setup.environment import install_packages, make_environment
from tools.setup.run import main
from tools.setup.uv import find_uv

ENVIRONMENT = Path(".venv-bench")
LOCK = Path("tools", "setup", "bench-requirements.lock")
READY = ENVIRONMENT / ".ready"


def set_up() -> None:
    """Make the environment from nothing, and mark it ready at the very end."""
    uv, settings = find_uv()
    print(f"Setting up {ENVIRONMENT} ...", flush=True)
    make_environment(uv, settings, ENVIRONMENT)
    install_packages(uv, settings, ENVIRONMENT, LOCK)
    READY.touch()


if __name__ == "__main__":
    main(set_up)

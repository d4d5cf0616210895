"""Pin what tools/setup/npm/package.json asks for, with versions and hashes, and no addresses."""

import json
from typing import Any

from tools.setup.npm_packages import ASKED_FOR, cache, npm
from tools.setup.run import DETAILS, CommandFailed, Problem, main, run

LOCK = ASKED_FOR / "package-lock.json"


def lock() -> None:
    """Make the lock again; pins that still fit stay."""
    command = [*npm("install"), "--package-lock-only", "--omit-lockfile-registry-resolved"]
    try:
        run([*command, "--prefix", str(ASKED_FOR)], npm_config_cache=str(cache()))
    except CommandFailed:
        raise Problem(
            f"No lock could be made that satisfies {ASKED_FOR / 'package.json'} ({DETAILS})."
        ) from None
    content = json.loads(LOCK.read_text(encoding="utf-8"))
    LOCK.write_text(json.dumps(without_addresses(content), indent=2) + "\n", encoding="utf-8")
    print(f"{LOCK} is up to date.")


def without_addresses(content: Any) -> Any:
    """Leave out where a package asks for money."""
    for package in content["packages"].values():
        package.pop("funding", None)
    return content


if __name__ == "__main__":
    main(lock)

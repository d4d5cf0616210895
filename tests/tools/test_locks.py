"""The locks pin what pyproject.toml asks for, each package with its hashes."""

import importlib.util
import re
import tomllib
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project import ROOT
from tools.setup import uv


def locked(name: str) -> dict[str, list[str]]:
    """Return each locked package's versions; each must have a hash."""
    versions: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text().strip()):
        first, *hashes = entry.split(" \\\n")
        package, version = first.partition(" ;")[0].strip().split("==")
        assert hashes, first
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in hashes), first
        versions.setdefault(package, []).append(version)
    return versions


def test_lock_satisfies_what_is_asked_for() -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    included = {entry["include-group"] for entry in groups.pop("dev")}
    bench, rosetta, libraries = map(groups.pop, ("bench", "rosetta", "libraries"))
    assert included == groups.keys()
    extras = project["project"]["optional-dependencies"]
    asked = sum([*groups.values(), *extras.values()], project["project"]["dependencies"])
    for lock, requirements in (
        ("requirements.lock", asked),
        ("tools/setup/bench-requirements.lock", bench),
        ("tools/setup/rosetta-requirements.lock", rosetta),
        ("tools/setup/libraries-requirements.lock", libraries),
    ):
        versions = locked(lock)
        for requirement in map(Requirement, requirements):
            if requirement.name == project["project"]["name"]:  # an extra of our own
                continue
            pins = versions[canonicalize_name(requirement.name)]
            assert all(requirement.specifier.contains(pin) for pin in pins), requirement


def test_uv_lock_is_new_enough() -> None:
    versions = locked("tools/setup/uv-requirements.lock")
    assert versions.keys() == {"uv"}
    assert tuple(map(int, versions["uv"][0].split("."))) >= uv.OLDEST


def test_theanos_own_tests_do_not_hide_ours() -> None:
    ours = importlib.util.find_spec("tests")
    assert ours
    assert ours.origin == str(ROOT / "tests/__init__.py")

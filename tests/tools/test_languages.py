"""One more edition is one more row of the table, and its catalogues."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from extensions.i18n.languages import languages
from tests.project import ROOT, Project

ROW = "eo     Esperanto\n"
TAGS = ["en", "zh-CN", "eo"]
PAGE = """project = "Theano Walkthrough"
author = "The Theano Walkthrough authors"
copyright = author
extensions = ["myst_parser", "extensions.i18n.language_switcher"]
html_theme = "pydata_sphinx_theme"
html_theme_options = {"navbar_persistent": ["edition-switch"]}
html_permalinks = False
templates_path = [r"%s"]
locale_dirs = [r"%s"]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a third edition, whose words are those of the second."""
    folder = tmp_path_factory.mktemp("project")
    for part in ("extensions", "landing_pages", "_templates", "locale"):
        shutil.copytree(ROOT / "docs" / part, folder / "docs" / part)
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copytree(ROOT / "src", folder / "src")  # the site has the package's wheel
    files = ("README.md", "LICENSE", "pyproject.toml", "requirements.lock", ".gitignore")
    for file in (*files, "docs/languages.txt"):
        shutil.copy(ROOT / file, folder / file)
    with (folder / "docs/languages.txt").open("a", encoding="utf-8") as table:
        table.write(ROW)
    shutil.copytree(folder / "docs/locale/zh_CN", folder / "docs/locale/eo")
    return folder


def run(folder: Path, module: str, *arguments: str) -> str:
    """Run a module of the copy."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": "docs", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def test_each_page_links_to_its_counterparts(folder: Path) -> None:
    source = folder / "site"
    source.mkdir()
    (source / "index.md").write_text("# Home", encoding="utf-8")
    places = folder / "docs/_templates", folder / "docs/locale"
    (source / "conf.py").write_text(PAGE % places, encoding="utf-8")
    for tag, code in zip(TAGS, ("en", "zh_CN", "eo"), strict=True):
        settings = ["-D", f"language={code}", "-D", "editions=en,zh_CN,eo"]
        run(folder, "sphinx", "-q", "-W", *settings, "site", f"build/pages/{tag}")
    page = soup(folder / "build/pages/eo/index.html")
    switch = {str(a["href"]): a.get_text() for a in page.select("a.edition-switch")}
    assert switch == {"../en/index.html": "English", "../zh-CN/index.html": "中文"}
    links = soup(folder / "build/pages/en/index.html").select("link[hreflang]")
    assert [link["hreflang"] for link in links] == [*TAGS, "x-default"]


def test_the_pages_between_the_editions_know_it(folder: Path) -> None:
    for tag in TAGS:
        (folder / "build/pages" / tag).mkdir(parents=True, exist_ok=True)
        for name in ("page.html", "page.txt"):
            (folder / "build/pages" / tag / name).write_text(tag)
    run(folder, "tools.publishing.publish", *TAGS)
    site = folder / "build/html"
    for name in ("index.html", "404.html"):
        assert [str(section["lang"]) for section in soup(site / name).select("section")] == TAGS
        third = soup(site / name).select_one("section[lang=eo] a[href*='eo/index.html']")
        assert third, name
    assert '["en", "zh-CN", "eo"]' in (site / "index.html").read_text(encoding="utf-8")
    directory = (site / "llms.txt").read_text(encoding="utf-8")
    assert re.findall("^## (.*)$", directory, re.MULTILINE) == ["English", "中文", "Esperanto"]
    assert "(eo/page.txt)" in directory


def test_make_builds_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    with (project.folder / "docs/languages.txt").open("a", encoding="utf-8") as table:
        table.write(ROW)
    assert project.make("html").returncode == 0
    (published,) = project.noted("python -m tools.publishing.publish")
    assert published.split()[3:6] == TAGS
    assert project.make("html", "LANGUAGES=eo en").returncode == 0
    built = "\n".join(project.noted("python -m sphinx"))
    assert re.findall(r"language=(\w+)", built).count("eo") == 2
    assert "editions=en,eo" in built
    assert "one or more of en zh_CN eo, not de." in project.make("html", "LANGUAGES=de").stderr


def test_it_is_translated_as_the_others_are(folder: Path) -> None:
    templates = folder / "build/gettext"
    templates.mkdir(parents=True)
    for name in ("sphinx", "readme"):
        shutil.copy(folder / f"docs/locale/zh_CN/LC_MESSAGES/{name}.po", templates / f"{name}.pot")
    new = '\nmsgid "A new message"\nmsgstr ""\n'
    with (templates / "readme.pot").open("a", encoding="utf-8") as template:
        template.write(new)
    said = run(folder, "tools.translation.translate")
    assert "readme: 'A new message': not translated" in said
    assert "Esperanto: " in said
    readme = (folder / "README.eo.md").read_text(encoding="utf-8")
    assert "[English](README.md) · [中文](README.zh-CN.md) · [Esperanto](README.eo.md)" in readme
    assert readme == (folder / "README.zh-CN.md").read_text(encoding="utf-8")
    assert "[Esperanto](README.eo.md)" in (folder / "README.md").read_text(encoding="utf-8")


def test_a_row_without_a_name_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "languages.txt"
    table.write_text("en  English\nzh_CN\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"languages.txt: a row must hold .* got 'zh_CN'"):
        languages(table)

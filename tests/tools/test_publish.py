"""The site is put together whole, with what is known about it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from extensions.gallery.archive import packed
from extensions.gallery.needed_package import wheel
from tools.publishing import books, publish, verification
from tools.publishing.placeholders import Facts

ROOT = Path(__file__).parents[2]
TAGS = ["en", "zh-CN"]
PAGE = """<html><head><meta name="description" content="What it is &amp; does." />
<link rel="canonical" href="{site}en/deep/page.html" />
<meta property="og:title" content="A &lt;page&gt;" />
<!--address--><meta property="og:image" content="{site}en/picture.png" /><!--/address-->
</head><body><code>{site}</code> {numpy}
<!--repository--><a href="https://github.com/{repository}">Source</a><!--/repository-->
<!--epub--><a href="{file}">{size} MB</a><!--/epub--><!--pdf--><a href="{file}">pdf</a><!--/pdf-->
<!--verified--><p>{date}: {checks} checks, {unknown}</p><!--/verified--></body></html>
"""


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pages of two editions."""
    monkeypatch.chdir(ROOT)
    for tag in TAGS:
        for name, text in (
            ("deep/page.html", PAGE),
            ("deep/page.txt", "A page"),
            ("search.html", "<html></html>"),
            ("_static/style.css", "p {}"),
            ("_static/site.css", "p {}"),
            ("_static/scripts/theme.js.map", "{}"),
        ):
            path = tmp_path / "pages" / tag / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return tmp_path


def publish_to(built: Path, address: str = "", facts: Facts | None = None) -> Path:
    publish.publish(built / "pages", built / "html", TAGS, address, facts or {})
    return built / "html"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_holds_the_editions_what_lies_between_them_and_nothing_else(built: Path) -> None:
    (built / "html/old").mkdir(parents=True)
    (built / "html/old.html").touch()
    names = ("deep/page.html", "deep/page.txt", "search.html", "_static/style.css")
    between = {"index.html", "404.html", "llms.txt", wheel()}
    assert files(publish_to(built)) == {f"{tag}/{name}" for tag in TAGS for name in names} | between
    assert {path.name for path in built.iterdir()} == {"pages", "html"}


def book_of(built: Path, tag: str) -> Path:
    folder = built / "book" / tag
    folder.mkdir(parents=True)
    (folder / "made_from").write_text(books.fingerprint(built / "pages" / tag))
    (folder / "a.epub").write_bytes(bytes(260_000))
    return folder


def test_pages_link_to_the_books_that_are_there(built: Path) -> None:
    book_of(built, "en")
    site = publish_to(built)
    page = (site / "en/deep/page.html").read_text(encoding="utf-8")
    assert '<a href="a.epub">0.3 MB</a>' in page
    assert "pdf" not in page
    assert (site / "en/a.epub").stat().st_size == 260_000
    assert "epub" not in (site / "zh-CN/deep/page.html").read_text(encoding="utf-8")


def test_a_book_of_other_pages_is_left_out(built: Path) -> None:
    book_of(built, "en")
    (built / "pages/en/search.html").write_text("<html>New</html>")
    site = publish_to(built)
    assert "epub" not in (site / "en/deep/page.html").read_text(encoding="utf-8")
    assert not (site / "en/a.epub").exists()


def test_without_facts_nothing_is_claimed(built: Path) -> None:
    page = (publish_to(built) / "en/deep/page.html").read_text(encoding="utf-8")
    assert 'href="../../en/deep/page.html"' in page
    assert "<code>{site}</code> {numpy}" in page  # a page may speak of braces
    assert not re.search("<!--|github|og:image|checks", page)


def test_facts_are_filled_in(built: Path) -> None:
    facts = {
        "address": {},
        "repository": {"repository": "a/b"},
        "verified": {"date": "2026-01-02", "checks": "3"},
    }
    page = (publish_to(built, "https://example.org/w/", facts) / "en/deep/page.html").read_text()
    assert 'href="https://example.org/w/en/deep/page.html"' in page
    assert 'content="https://example.org/w/en/picture.png"' in page
    assert 'href="https://github.com/a/b"' in page
    assert "<p>2026-01-02: 3 checks, {unknown}</p>" in page
    assert "<!--" not in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/w/", '[there](https://example.org/w/en/a.html#b) "a[c] @ https://'),
        ("", 'there "a-1.whl[c]"'),
    ],
)
def test_notebooks_get_the_address_in_archives_too(built: Path, address: str, words: str) -> None:
    folder = built / "pages/en/_downloads/1"
    folder.mkdir(parents=True)
    notebook = b'[there]({site}en/a.html#b) "a[c] @ {site}a-1.whl"'
    (folder / "a.ipynb").write_bytes(notebook)
    (folder / "a.zip").write_bytes(packed({"a.py": b"{site}", "a.ipynb": notebook}))
    folder = publish_to(built, address) / "en/_downloads/1"
    text = (folder / "a.ipynb").read_text()
    assert words in text
    assert "{site}" not in text
    with ZipFile(folder / "a.zip") as archive:
        assert archive.read("a.ipynb").decode() == text
        assert archive.read("a.py") == b"{site}"  # a script may speak of braces


def test_the_wheel_holds_the_package(built: Path) -> None:
    with ZipFile(publish_to(built) / wheel()) as archive:
        for path in (ROOT / "src").rglob("*.py"):
            assert archive.read(path.relative_to(ROOT / "src").as_posix()) == path.read_bytes()


def test_directories_name_every_page_that_has_a_text(built: Path) -> None:
    site = publish_to(built, "https://example.org/w/")
    assert "- [A <page>](https://example.org/w/en/deep/page.txt): What it is & does.\n" in (
        site / "llms.txt"
    ).read_text(encoding="utf-8")
    places = [
        str(place.text)
        for place in ElementTree.parse(site / "sitemap.xml").getroot().iter()
        if place.tag.endswith("}loc")
    ]
    assert places == [f"https://example.org/w/{tag}/deep/page.html" for tag in TAGS]
    assert not (publish_to(built) / "sitemap.xml").exists()  # it can't be without an address


def test_whatever_goes_wrong_the_site_stays_as_it_was(built: Path) -> None:
    site = publish_to(built)
    before = files(site)
    (built / "pages/zh-CN/deep/page.html").chmod(0)
    (built / "pages/en/new.html").touch()
    (built / "pages/zh-CN/broken.html").symlink_to("nowhere")
    with pytest.raises(OSError, match="nowhere|broken"):
        publish_to(built)
    assert files(site) == before
    (built / "pages/zh-CN/broken.html").unlink()
    (built / "pages/zh-CN/deep/page.html").chmod(0o644)
    assert "en/new.html" in files(publish_to(built))
    assert {path.name for path in built.iterdir()} == {"pages", "html"}


def test_a_file_where_the_site_should_be_is_kept(built: Path) -> None:
    (built / "html").write_text("somebody's")
    with pytest.raises(publish.BadSetting, match="html must be a folder; move it away"):
        publish_to(built)
    assert (built / "html").read_text() == "somebody's"


def test_a_site_without_editions_is_refused(built: Path) -> None:
    before = files(publish_to(built))
    with pytest.raises(publish.BadSetting, match="must get the language tags of editions"):
        publish.publish(built / "pages", built / "html", [], "", {})
    assert files(built / "html") == before


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [
        (
            {"SITE_ADDRESS": "https://example.org"},
            "SITE_ADDRESS must be an address that ends with a slash, not https://example.org.\n",
        ),
        (
            {"REPOSITORY": "b"},
            "REPOSITORY must be an owner and a name, as in a/b, not b.\n",
        ),
    ],
)
def test_a_setting_that_cannot_be_meant_is_answered(
    setting: dict[str, str], complaint: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.publishing.publish", "en"],
        env={**os.environ, "PYTHONPATH": "docs", **setting},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, complaint)


# What a run of the tests has proven

REPORT = (
    '<testsuites><testsuite tests="7" errors="0" failures="{failures}" skipped="0"/></testsuites>'
)

KEPT = (
    *(
        "src/code.py",
        "docs/page.md",
        "docs/locale/words.po",
        "tests/test.py",
        "tools/setup/npm/package.json",
    ),
    *(
        "benchmarks/training.py",
        "benchmarks/results/training.json",
        "Makefile",
        "requirements.lock",
    ),
    *("pyproject.toml", "README.md", "CONTRIBUTING.md", "LICENSE", "CITATION.cff", ".gitignore"),
    *(
        ".github/workflows/site.yml",
        ".ci/run",
        ".devcontainer/devcontainer.json",
        ".binder/apt.txt",
    ),
    ".readthedocs.yaml",
)
MADE = (
    *(
        "docs/chapters/page.rst",
        "docs/beyond/page.rst",
        "src/__pycache__/code.pyc",
        "build/html/a.html",
    ),
    *("docs/locale/words.mo", ".venv/pyvenv.cfg", ".venv-bench/pyvenv.cfg", ".uv/uv", "dist/a.whl"),
    *("notebooks/a.ipynb", ".git/index", ".vscode/settings.json", "src/.code.py.swp"),
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose tests have just passed."""
    for name in KEPT:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for path, text in (
        (verification.TESTS, REPORT.format(failures=0)),
        (verification.OUTPUTS, '{"outputs": 5, "claims": 3}'),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    return tmp_path


def test_the_report_counts_tests_outputs_and_claims(project: Path) -> None:
    report = verification.report()
    assert (report["date"], report["checks"], report["claims"]) == ("1970-01-02", "12", "3")


def test_the_report_holds_until_a_file_changes(project: Path) -> None:
    assert verification.proven() is None
    verification.REPORT.write_text(json.dumps(verification.report()))
    assert verification.proven() == verification.report()
    for made in MADE:
        (project / made).parent.mkdir(parents=True, exist_ok=True)
        (project / made).touch()
    assert verification.proven() == verification.report()
    for name in KEPT:
        before = (project / name).read_text()
        (project / name).write_text(f"{before}\n# changed")
        assert verification.proven() is None, name
        (project / name).write_text(before)
        assert verification.proven() == verification.report()
    (project / "new").touch()
    assert verification.proven() is None


def test_a_report_that_cannot_be_read_proves_nothing(project: Path) -> None:
    verification.REPORT.write_text("{")
    assert verification.proven() is None


def test_an_editors_link_to_nowhere_changes_nothing(project: Path) -> None:
    before = verification.fingerprint(project)
    (project / "docs/.#page.md").symlink_to("somebody@somewhere:1")
    assert verification.fingerprint(project) == before


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs Git")
def test_the_report_is_about_the_files_that_git_would_take() -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    there = {ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert set(verification.files(ROOT)) == there


def test_a_run_that_leaves_tests_out_proves_nothing(project: Path) -> None:
    verification.TESTS.write_text(REPORT.format(failures=0).replace('skipped="0"', 'skipped="3"'))
    with pytest.raises(verification.LeftOutError, match="passed, but 3 were left out"):
        verification.report()


def test_a_run_with_a_failure_proves_nothing(project: Path) -> None:
    verification.TESTS.write_text(REPORT.format(failures=1))
    with pytest.raises(ValueError, match="must be of a run in which every test passed"):
        verification.report()

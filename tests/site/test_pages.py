"""Pages, pictures, links and anchors of the built site."""

import json
import re
from functools import cache
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from extensions.i18n.languages import languages
from tests.processes import answer
from tests.site.conftest import CHAPTERS, PAGE_NAMES, ROOT, SITE, SOURCES, download

Pages = dict[str, BeautifulSoup]
SETTINGS = re.compile(r"\w+=")  # of the playground, whose own tests try them
OPENING, CLOSING = "（《「『【“", "）》」』】”。，、；：？！"  # no line ends or begins with one
SOURCE = ROOT / "src"
MODULES = [
    ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    for path in sorted((SOURCE / "theano_walkthrough").rglob("[a-z]*.py"))
]
EXAMPLES = """
import doctest, importlib, json, sys
tests = {name: doctest.DocTestFinder().find(importlib.import_module(name)) for name in sys.argv[1:]}
print(json.dumps({name: [test.name for test in found if test.examples]
                  for name, found in tests.items()}))
"""

PARAGRAPHS = "article p:not(.playground p, .live p)"
"""What is prose, and no part of something that scripts bring to life."""


@cache
def examples() -> dict[str, list[str]]:
    """Return what has an example in each module, from a process whose Theano they may change."""
    found: dict[str, list[str]] = json.loads(answer("-c", EXAMPLES, *MODULES))
    return found


def target(page: str, address: str) -> tuple[str, str]:
    """Return the file and the anchor that an internal address names."""
    parts = urlsplit(address)
    if not parts.path:
        return page, unquote(parts.fragment)
    folder = SITE if parts.path.startswith("/") else (SITE / page).parent
    path = folder / unquote(parts.path).lstrip("/")
    return path.resolve().relative_to(SITE.resolve()).as_posix(), unquote(parts.fragment)


def plain_text(page: str) -> str:
    return (SITE / page).with_suffix(".txt").read_text(encoding="utf-8")


def squeezed(text: str) -> str:
    return "".join(text.split())


def is_internal(address: str) -> bool:
    return not urlsplit(address).scheme and not urlsplit(address).netloc


def test_every_source_has_its_page(pages: Pages) -> None:
    assert set(pages) == {*PAGE_NAMES, "search.html"}


def test_pages_say_their_language_and_title(pages: Pages, edition: str) -> None:
    for name, page in pages.items():
        assert page.html is not None, name
        assert page.title is not None, name
        assert page.html["lang"] == edition, name
        assert page.title.text.strip(), name
        assert len(page.select("h1")) <= 1, name


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_a_page_is_described_by_its_first_words(pages: Pages, edition: str, name: str) -> None:
    first = " ".join(pages[name].select(PARAGRAPHS)[0].get_text().split())
    text_name = f"{edition}/{name.removesuffix('.html')}.txt"
    (listed,) = re.findall(
        rf"\({re.escape(text_name)}\): (.*)", (SITE / "llms.txt").read_text(encoding="utf-8")
    )
    described = {
        *(str(meta["content"]) for meta in pages[name].select('meta[name="description"]')),
        *(str(meta["content"]) for meta in pages[name].select('meta[property="og:description"]')),
        listed,
    }
    assert len(described) == 1
    (description,) = described
    assert first.startswith(description.removesuffix("…"))
    assert description.endswith((".", "。", "…"))
    assert 20 <= len(description) <= 160


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_the_plain_text_has_each_picture_once(pages: Pages, edition: str, name: str) -> None:
    translate = next(each for each in languages() if each.tag == edition).translator("sphinx")
    start, end = map(squeezed, translate("[image: %s]").split("%s"))
    paragraphs = [squeezed(part) for part in plain_text(f"{edition}/{name}").split("\n\n")]
    shown = pages[name].select('article img:not(.only-dark, [alt=""])')
    pictures = [squeezed(str(image["alt"])) for image in shown]
    assert [p for p in paragraphs if start[:-1] in p] == [f"{start}{alt}{end}" for alt in pictures]


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_lines_of_the_plain_text_break_between_words(pages: Pages, edition: str, name: str) -> None:
    text = plain_text(f"{edition}/{name}")
    assert re.findall(f"\n *[{CLOSING}].*|.*[{OPENING}]\n", text) == []
    for paragraph in pages[name].select(PARAGRAPHS):
        if paragraph.find_parent(class_="d-print-none"):
            continue
        for part in paragraph.find_all(string=True):
            for word in re.findall(r"\w[\w-]*\w", part):
                assert word in text


def test_internal_links_lead_somewhere(site: Pages) -> None:
    anchors = {
        name: {str(element["id"]) for element in page.select("[id]")} for name, page in site.items()
    }
    broken = []
    for name, page in site.items():
        for element in page.select("a[href], link[href], script[src], img[src]"):
            address = str(element.get("href") or element.get("src"))
            if not is_internal(address):
                continue
            file, anchor = target(name, address)
            found = (SITE / file).is_file()
            if found and anchor and file.endswith(".html") and not SETTINGS.match(anchor):
                found = anchor in anchors[file]
            if not found:
                broken.append((name, address))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(site: Pages) -> None:
    foreign = [
        (name, element.get("href") or element.get("src"))
        for name, page in site.items()
        for element in page.select("link[href], script[src], img[src], iframe[src], source[src]")
        if not is_internal(str(element.get("href") or element.get("src")))
    ]
    assert foreign == []


def test_every_picture_has_a_description(pages: Pages) -> None:
    pictures = [(name, img) for name, page in pages.items() for img in page.select("article img")]
    assert len(pictures) >= 2 * 5
    for name, img in pictures:
        if img.find_parent(class_="sd-card"):  # a decoration: its chapter's name stands below
            assert (img["alt"], img["loading"]) == ("", "lazy")
            continue
        assert len(str(img.get("alt", "")).encode("gb18030")) > 30, (name, img["src"])


def test_pictures_come_in_pairs_for_light_and_dark(pages: Pages) -> None:
    for name, page in pages.items():
        light = [img["alt"] for img in page.select("article img.only-light")]
        dark = [img["alt"] for img in page.select("article img.only-dark")]
        assert light == dark, name


def test_graphs_can_be_reached_sized_opened_and_read(pages: Pages) -> None:
    figures = [(name, figure) for name, p in pages.items() for figure in p.select(".graph-figure")]
    assert len(figures) >= 6
    for name, figure in figures:
        (box,) = figure.select(".graph-box[role=region][tabindex='0'][aria-label]")
        assert len(box.select("img")) == 2, name
        assert len(figure.select("input[type=radio]")) == 3, name
        details = figure.find_next("details")
        assert details is not None, name
        assert details.select("pre")[0].get_text().startswith("s1 = "), name
    for name in {name for name, _ in figures}:
        labels = [box["aria-label"] for box in pages[name].select(".graph-box")]
        groups = {radio["name"] for radio in pages[name].select(".graph-figure input")}
        assert len(set(labels)) == len(labels) == len(groups), name


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapters_offer_script_notebook_and_archive(
    pages: Pages, edition: str, chapter: str
) -> None:
    offered = {
        target(f"{edition}/{chapter}.html", str(link["href"]))[0]
        for link in pages[f"{chapter}.html"].select("a.reference.download")
    }
    assert {file.rsplit("/", 1)[1] for file in offered} == {
        f"{SOURCES[chapter].stem}{ending}" for ending in (".py", ".ipynb", ".zip")
    }


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_pages_show_outputs_and_no_markup(pages: Pages, chapter: str) -> None:
    article = BeautifulSoup(str(pages[f"{chapter}.html"].select_one("article")), "lxml")
    assert article.select(".sphx-glr-script-out")
    for part in article.select("pre, code, .katex, script"):
        part.decompose()
    words = article.get_text()
    for leak in ("# Out:", "shown in full", "``", "**", ":`", "Traceback", "Go to the end"):
        assert leak not in words


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_links_bring_the_words_along_that_downloads_show(chapter: str) -> None:
    assert re.findall(r":doc:`[^`<]*`", SOURCES[chapter].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_downloads_hold_the_code_itself(chapter: str, edition: str) -> None:
    script = download(chapter, ".py", edition).read_text(encoding="utf-8")
    notebook = json.loads(download(chapter, ".ipynb", edition).read_text(encoding="utf-8"))
    _needed, *cells = (c["source"] for c in notebook["cells"] if c["cell_type"] == "code")
    code = "".join("".join(cell) for cell in cells)
    for text in (script, code):
        assert "shown in full" not in text
        assert ("def " in text) == ("shown in full" in SOURCES[chapter].read_text(encoding="utf-8"))
    prose = "".join("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown")
    for leak in (":math:", "\n.. ", "\n| "):
        assert leak not in prose
    for text in (script, prose):
        assert re.findall(r":(?!math:)[a-z:]+:`|/chapters/|/beyond/", text) == []


@pytest.mark.parametrize("module", MODULES)
def test_the_reference_shows_every_example_so_that_make_doctest_runs_it(
    pages: Pages, module: str
) -> None:
    shown = {str(entry["id"]) for entry in pages["reference.html"].select("dt.sig[id]")}
    assert set(examples()[module]) <= shown


def test_every_step_of_the_article_has_its_code() -> None:
    steps: set[int] = set()
    for path in (ROOT / "src/theano_walkthrough").rglob("*.py"):
        for cited in re.findall(
            r"article steps? ([\d ,toand]+)\.", path.read_text(encoding="utf-8")
        ):
            numbers = [int(number) for number in re.findall(r"\d+", cited)]
            steps |= set(range(numbers[0], numbers[-1] + 1) if " to " in cited else numbers)
    assert set(range(1, 25)) - steps == {19, 24}  # the two plots: plots.py, shown in the chapters

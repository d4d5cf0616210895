"""What the live figures of chapters 3 and 4 have in common."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from tests.browsing import Reader
from tests.site.conftest import SITE
from tests.site.live_figures import CHAPTERS, enter
from tests.site.test_accessibility import AXE, FAULTS, SETTLED
from tests.site.test_browser import DESKTOP, PHONE, SMALL_PHONE

Come = Callable[..., Reader]


@pytest.fixture(params=CHAPTERS)
def kind(request: pytest.FixtureRequest) -> str:
    """A kind of live figure."""
    return str(request.param)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE, SMALL_PHONE], ids=lambda size: size["width"])
def test_it_fits_and_nothing_jumps_when_it_comes(
    reader: Come, kind: str, edition: str, viewport: ViewportSize
) -> None:
    visitor = reader(viewport=viewport)
    page = visitor.visit(f"{edition}/chapters/{CHAPTERS[kind]}.html")
    height = f"document.querySelector('.live-figure[data-kind={kind}]').offsetHeight"
    before = page.evaluate(height)
    assert page.locator(".is-live").count() == 0
    box = enter(visitor, kind, edition)
    assert page.evaluate(height) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    wide = """(box) => [...box.querySelectorAll("*")].filter((part) =>
        part.getBoundingClientRect().right > box.getBoundingClientRect().right)
        .map((part) => part.outerHTML)"""
    assert box.evaluate(wide) == []
    small = """(box) => [...box.querySelectorAll(
        "label:has(input), [type=range], .reach"
    )].filter((part) => {
        const { width, height } = part.getBoundingClientRect();
        return Math.min(width, height) < 43.9;
    }).map((part) => part.outerHTML)"""
    assert box.evaluate(small) == []


def test_axe_finds_no_fault(reader: Come, kind: str, edition: str) -> None:
    box = enter(reader(reduced_motion="reduce"), kind, edition)
    box.page.evaluate(AXE.read_text(encoding="utf-8"))
    for viewport in (DESKTOP, PHONE):
        box.page.set_viewport_size(viewport)
        box.page.wait_for_function(SETTLED)
        for scheme in ("light", "dark"):
            box.page.emulate_media(color_scheme=scheme)
            assert box.page.evaluate(FAULTS) == [], (viewport, scheme)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_who_dislikes_motion_sees_none(reader: Come, kind: str, motion: Any) -> None:
    box = enter(reader(reduced_motion=motion), kind)
    moves = "() => document.getAnimations().some(({ animationName }) => animationName)"
    if motion == "reduce":
        box.page.wait_for_selector(".is-seen")
        assert not box.page.evaluate(moves)
    else:
        box.page.wait_for_function(moves)


def test_on_paper_the_picture_stands_there(reader: Come, kind: str) -> None:
    box = enter(reader(), kind)
    box.page.emulate_media(media="print")
    assert not box.is_visible()
    pictures = box.page.locator(f'.live-figure[data-kind="{kind}"] .still img')
    assert [picture.is_visible() for picture in pictures.all()].count(True) == 1


def test_it_weighs_less_than_five_kilobytes(kind: str) -> None:
    script = SITE / "en" / "_static" / "live" / f"{kind}.js"
    assert len(gzip.compress(script.read_bytes())) < 5000

"""Pages work whatever a browser says of its language: Linux has tags that aren't valid ones."""

from collections.abc import Callable

import pytest

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, PAGE_NAMES
from tests.site.playing import answers, enter, train

Come = Callable[..., Reader]
TAGS = ["en-US@posix", "C", "zh_CN.UTF-8", "", None]
ANSWER = """(tag) => {
    const say = (name, value) =>
        Object.defineProperty(Navigator.prototype, name, { get: () => value });
    say("language", tag ?? undefined);
    say("languages", tag === null ? [] : [tag]);
}"""


def says(visitor: Reader, tag: str | None) -> Reader:
    """Let a reader's browser give its language."""
    tag_in_script = "null" if tag is None else f"'{tag}'"
    visitor.context.add_init_script(f"({ANSWER})({tag_in_script})")
    return visitor


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("tag", TAGS)
def test_the_playground_trains(reader: Come, tag: str | None, edition: str) -> None:
    page = enter(says(reader(), tag), "seed=0", edition)
    train(page)
    assert answers(page) == "0.98 0.01 0.01 0.98"


def test_every_page_loads_without_a_fault(reader: Come) -> None:
    visitor = says(reader(), "en-US@posix")
    for name in [*PAGE_NAMES, "search.html"]:
        visitor.visit(f"en/{name}").wait_for_load_state("networkidle")
    visitor.search("en/", "gradient")


@pytest.mark.parametrize(
    ("tag", "edition"),
    [("en-US@posix", "en"), ("C", "en"), ("zh_CN.UTF-8", "zh-CN"), ("", "en"), (None, "en")],
)
def test_the_front_door_leads_on(reader: Come, tag: str | None, edition: str) -> None:
    says(reader(), tag).visit("").wait_for_url(f"**/{edition}/index.html")

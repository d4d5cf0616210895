"""The browser of the tests draws Chinese letters, not boxes."""

from collections.abc import Callable

from tests.browsing import Reader

Come = Callable[..., Reader]
DRAWN = """(letter) => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context.font = `40px ${getComputedStyle(document.body).fontFamily}`;
    context.fillText(letter, 10, 60);
    return canvas.toDataURL();
}"""


def test_each_letter_has_a_shape_of_its_own(reader: Come) -> None:
    page = reader().visit("zh-CN/index.html")
    letters = sorted({letter for letter in page.inner_text("article") if "一" <= letter <= "鿿"})
    assert len(letters) > 100
    shapes = {page.evaluate(DRAWN, letter) for letter in [" ", *letters]}
    assert len(shapes) == len(letters) + 1

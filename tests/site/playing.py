"""The playground, as its tests use it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browsing import Reader

Come = Callable[..., Reader]


def enter(visitor: Reader, settings: str = "", edition: str = "en") -> Page:
    """Open the playground, and wait until it has done what the address says."""
    page = visitor.visit(f"{edition}/playground.html#{settings}")
    page.wait_for_selector("#status:not(:empty)", state="attached")
    drawn(page)
    return page


def drawn(page: Page) -> None:
    """Wait until pictures and their words are there: the first is a coarse one."""
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")


def train(page: Page, speed: str = "Infinity") -> None:
    """Train until it pauses by itself."""
    page.select_option("#speed", speed)
    page.click("#train")
    page.wait_for_function(
        "() => document.querySelector('#train').textContent !== "
        "document.querySelector('#train').dataset.pause"
    )
    drawn(page)


def text(page: Page, selector: str) -> str:
    """Return an element's words, with numbers as code has them."""
    return page.locator(selector).inner_text().replace("\N{NARROW NO-BREAK SPACE}", "")


def answers(page: Page) -> str:
    """Return what the network answers to the four examples."""
    return " ".join(page.locator(".truth-table .answer").all_text_contents())


def weights(page: Page) -> dict[str, str]:
    """Return each weight and bias, by its name."""
    labels = page.locator("#network .label").all()
    return {str(label.get_attribute("data-name")): str(label.text_content()) for label in labels}


def gate(page: Page) -> str:
    """Return the gate that is shown as chosen."""
    return str(page.evaluate("() => document.querySelector('#gate').selectedOptions[0].text"))

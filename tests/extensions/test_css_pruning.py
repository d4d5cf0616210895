"""Only the rules that some page can use are kept."""

import pytest

from tests.extensions.conftest import DOCS

STYLE = """
/*! Licence of the style */
@charset "utf-8";
/* a remark */
p { color: red }
p.note, .gone > p { color: green }
#here:hover, a:not(.gone)::before { top: 0 }
[data-mode="dark"] p { color: white }
.gone { animation: turn 1s }
.note { animation: grow 1s; font-family: "Letters" }
@keyframes turn { to { rotate: 1turn } }
@keyframes grow { to { scale: 2 } }
@font-face { font-family: "Letters"; src: url(letters.woff2) }
@font-face { font-family: "Signs"; src: url(signs.woff2) }
@media print { .gone { top: 0 } .note { top: 1px } }
@media screen { .gone { top: 0 } }
"""


@pytest.fixture(autouse=True)
def _extensions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))


def test_what_may_match_stays_and_the_rest_goes() -> None:
    from extensions.pages.css_pruning import names_in_page, used

    known = names_in_page('<p class="small note">x</p><a id="here" href="#gone">gone</a>')
    assert used(STYLE, known).splitlines() == [
        "/*! Licence of the style */",
        "p{ color: red }",
        "p.note{ color: green }",
        "#here:hover,a:not(.gone)::before{ top: 0 }",
        '[data-mode="dark"] p{ color: white }',
        '.note{ animation: grow 1s; font-family: "Letters" }',
        "@keyframes grow { to { scale: 2 } }",
        '@font-face { font-family: "Letters"; src: url(letters.woff2) }',
        "@media print {.note{ top: 1px }}",
    ]


def test_colours_follow_a_choice_else_the_system_and_paper_is_light() -> None:
    from extensions.pages.css_pruning import themed

    style = """
    p, [data-theme="light"] p { color: black }
    @media (min-width: 1px) { [data-theme=dark] p, a { color: white } }
    """
    assert themed(style).splitlines() == [
        "p{ color: black }",
        '[data-theme="light"] p{ color: black }',
        "@media not screen and (prefers-color-scheme: dark){[data-theme=auto] p{ color: black }}",
        "@media print{[data-theme=dark] p{ color: black }}",
        "@media (min-width: 1px) {@media screen{[data-theme=dark] p{ color: white }}",
        "@media screen and (prefers-color-scheme: dark){[data-theme=auto] p{ color: white }}",
        "a{ color: white }}",
    ]


def test_variables_that_nothing_reads_are_dropped() -> None:
    from extensions.pages.css_pruning import without_unread

    style = """
    :root { --read: 1px; --by-a-read: var(--read); --only-by-unread: 2px;
      --unread: var(--only-by-unread); --picture: url("a;b}c"); --by-script: 3px }
    p { top: var(--by-a-read, 0); color: red }
    @media print { p { --unread: url("a;b}c"); --last: 4px } }
    """
    assert "".join(without_unread(style, {"--by-script"}).split()) == (
        ":root{--read:1px;--by-a-read:var(--read);--by-script:3px}"
        "p{top:var(--by-a-read,0);color:red}@mediaprint{p{}}"
    )

"""Pick from a stylesheet the rules that some page can use, and make its colours hold everywhere.

A selector can match only if each class, identifier and element that it names is somewhere on a
page, or is written there by a script.

Not purgecss 8: what it left was 25.0 kB by gzip, 21.7 without unread variables, where this left
23.2, before it dropped these, which takes 3.7 away; it would bring 24 packages of npm into ``make
html``, and can't do ``themed``.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import tinycss2
from tinycss2.ast import AtRule, Comment, Declaration, Node, QualifiedRule

IN_PAGE = re.compile(r'<([a-z][a-z0-9-]*)|\b(?:class|id)="([^"]*)"')
IN_SCRIPT = re.compile(r"[A-Za-z][\w-]*")
WITH_RULES = {"media", "supports", "layer", "container"}
DROPPED = {"charset", "import"}  # all styles are in one
VALUE = r"""(?:"[^"]*"|'[^']*'|\([^()]*\)|[^;{}"'])*"""
DECLARED = re.compile(rf"(?<=[{{;])\s*(--[\w-]+)\s*:{VALUE};?")
VARIABLE = re.compile(r"--[a-zA-Z][\w-]*")
READ = re.compile(r"var\(\s*(--[\w-]+)")
THEME = re.compile(r"""\[data-theme=["']?(light|dark)["']?\]""")


def names_in_page(page: str) -> set[str]:
    """Return the elements, classes and identifiers of a page.

    Parameters
    ----------
    page : str
        HTML.

    Returns
    -------
    set of str
        The names, without what CSS writes before them.

    Examples
    --------
    >>> sorted(names_in_page('<p class="note small">Not <b id="this">these words</b></p>'))
    ['b', 'note', 'p', 'small', 'this']
    """
    return {
        name for match in IN_PAGE.finditer(page) for name in (match[1] or match[2] or "").split()
    }


def names_in_script(script: str) -> set[str]:
    """Return all words of a script: any may be an element, a class or an identifier.

    Parameters
    ----------
    script : str
        JavaScript.

    Returns
    -------
    set of str
        The words.

    Examples
    --------
    >>> sorted(names_in_script("item.classList.add('is-open')"))
    ['add', 'classList', 'is-open', 'item']
    """
    return set(IN_SCRIPT.findall(script))


def used(style: str, known: set[str]) -> str:
    """Return the rules of a stylesheet that may apply.

    Parameters
    ----------
    style : str
        CSS.
    known : set of str
        Every element, class and identifier that a page may have.

    Returns
    -------
    str
        CSS, without comments but licences, and without fonts and animations that no rule names.

    Examples
    --------
    >>> print(used("p, .gone { color: red } #gone { color: blue } a:hover { top: 0 }", {"p", "a"}))
    p{ color: red }
    a:hover{ top: 0 }
    """
    rules = list(_used(tinycss2.parse_stylesheet(style, skip_whitespace=True), known))
    declared = "".join(text for kind, text in rules if kind not in ("font-face", "keyframes"))
    declared = declared.replace("\\", "")
    return "\n".join(
        text
        for kind, text in rules
        if kind not in ("font-face", "keyframes") or _resource_name(text) in declared
    )


def without_unread(style: str, read_elsewhere: set[str]) -> str:
    """Drop the variables that nothing reads.

    Parameters
    ----------
    style : str
        CSS.
    read_elsewhere : set of str
        Variables that scripts, pages and other stylesheets may read.

    Returns
    -------
    str
        CSS without the others, unless it reads them itself.

    Examples
    --------
    >>> print(without_unread("p{--a:1;--b:var(--a);--c:2;--d:3;top:var(--c)}", {"--d"}))
    p{--c:2;--d:3;top:var(--c)}
    """
    read = read_elsewhere | set(READ.findall(style))
    kept = DECLARED.sub(lambda match: match[0] if match[1] in read else "", style)
    return kept if kept == style else without_unread(kept, read_elsewhere)


def themed(style: str) -> str:
    """Let the system choose between light and dark where no script does it, and print in light.

    The theme's script turns ``data-theme="auto"`` into ``light`` or ``dark``, and all colours
    depend on that.

    Parameters
    ----------
    style : str
        CSS.

    Returns
    -------
    str
        CSS in which rules for ``light`` hold on paper, too, those for ``dark`` on screens only,
        and one of both for ``auto``.

    Examples
    --------
    >>> print(themed("p { top: 0 } [data-theme=dark] p { color: white }"))
    p{ top: 0 }
    @media screen{[data-theme=dark] p{ color: white }}
    @media screen and (prefers-color-scheme: dark){[data-theme=auto] p{ color: white }}
    """
    rules = _by_theme(tinycss2.parse_stylesheet(style, skip_whitespace=True))
    return "\n".join(
        variant
        for theme, texts in groupby(rules, itemgetter(0))
        for variant in _variants(theme, "\n".join(text for _, text in texts))
    )


def _by_theme(rules: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield each rule with the theme that it's for, if any; split it where it's for several."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [tinycss2.serialize(selector).strip() for selector in _split(rule.prelude)]
            for theme, group in groupby(selectors, _theme):
                yield theme, f"{','.join(group)}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in WITH_RULES and rule.content:
            prelude = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield "", f"{prelude}{{{themed(tinycss2.serialize(rule.content))}}}"
        else:
            yield "", rule.serialize()


def _theme(selector: str) -> str:
    return match[1] if (match := THEME.search(selector)) else ""


def _variants(theme: str, rules: str) -> Iterator[str]:
    """Yield rules for a theme as they hold by a script's choice, the system's, and on paper."""
    system = "screen and (prefers-color-scheme: dark)"
    yield f"@media screen{{{rules}}}" if theme == "dark" else rules
    if theme:
        negated = "not " if theme == "light" else ""
        yield f"@media {negated}{system}{{{THEME.sub('[data-theme=auto]', rules)}}}"
    if theme == "light":
        yield f"@media print{{{THEME.sub('[data-theme=dark]', rules)}}}"


def _used(rules: Iterable[Node], known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each rule that stays."""
    for rule in rules:
        if isinstance(rule, Comment) and rule.value.startswith("!"):
            yield "licence", rule.serialize()
        elif isinstance(rule, QualifiedRule):
            if selectors := [
                tinycss2.serialize(selector).strip()
                for selector in _split(rule.prelude)
                if _may_match(selector, known)
            ]:
                yield "rule", f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword not in DROPPED:
            prelude = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            if rule.lower_at_keyword not in WITH_RULES or rule.content is None:
                yield rule.lower_at_keyword.removeprefix("-webkit-"), rule.serialize()
            elif inner := "".join(
                text for _, text in _used(tinycss2.parse_rule_list(rule.content, True, True), known)
            ):
                yield "rules", f"{prelude}{{{inner}}}"


def _split(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Split a list of selectors at its commas."""
    selector: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _may_match(selector: list[Node], known: set[str]) -> bool:
    """Tell whether each name outside of brackets is known."""
    before = ""
    for token in selector:
        if (token.type == "hash" or (token.type == "ident" and before != ":")) and (
            token.value not in known
        ):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _resource_name(rule: str) -> str:
    """Return what other rules call a font or an animation."""
    (parsed,) = tinycss2.parse_stylesheet(rule)
    if parsed.lower_at_keyword != "font-face":
        return str(tinycss2.serialize(parsed.prelude)).strip()
    (family,) = (
        str(tinycss2.serialize(declaration.value)).strip().strip("\"'").replace("\\", "")
        for declaration in tinycss2.parse_blocks_contents(parsed.content)
        if isinstance(declaration, Declaration) and declaration.lower_name == "font-family"
    )
    return family

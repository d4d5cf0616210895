"""Fill in what is known only when the site is published.

An attribute may begin with ``{site}``, which becomes the site's address, or the way to its
folder while there is none. Parts between marks such as ``<!--repository-->`` and
``<!--/repository-->`` are filled in if that fact is known, and left out if it isn't.
"""

import re

PART = re.compile(r"\s*<!--(address|epub|pdf|repository|verified)-->(.*?)<!--/\1-->", re.DOTALL)
LINK = re.compile(r"\[([^][]+)\]\(\{site\}([^()\s]+)\)")
# Without \b it would begin at each letter of a picture.
WHEEL = re.compile(r"\b\w+(\[\w+\]) @ \{site\}(\S+\.whl)")
Facts = dict[str, dict[str, str]]


def fill_in(page: str, name: str, address: str, facts: Facts) -> str:
    """Complete a page.

    Parameters
    ----------
    page : str
        The page, as Sphinx wrote it.
    name : str
        Its file, from the site's folder.
    address : str
        The site's address with a slash at its end; empty if it isn't known.
    facts : dict
        For each part that can be filled in, what stands for each word in braces.

    Returns
    -------
    str
        The page for readers.

    Examples
    --------
    >>> page = 'Here<!--repository--> or <a href="{repository}">there</a><!--/repository-->.'
    >>> fill_in(page, "en/a.html", "", {})
    'Here.'
    >>> fill_in(page, "en/a.html", "", {"repository": {"repository": "a/b"}})
    'Here or <a href="a/b">there</a>.'
    >>> fill_in('<a href="{site}en/b.html">', "en/deep/a.html", "", {})
    '<a href="../../en/b.html">'
    """

    def part(match: re.Match[str]) -> str:
        known = facts.get(match[1])
        if known is None:
            return ""
        leading = match[0][: match[0].index("<!--")]
        return leading + re.sub(r"\{(\w+)\}", lambda word: known.get(word[1], word[0]), match[2])

    site = address or "../" * name.count("/")
    return PART.sub(part, page).replace('="{site}', f'="{site}')


def fill_in_notebook(text: str, address: str) -> str:
    """Complete a notebook.

    Parameters
    ----------
    text : str
        The notebook, as Sphinx wrote it, with links that begin with ``{site}``.
    address : str
        The site's address with a slash at its end; empty if it isn't known.

    Returns
    -------
    str
        The notebook for readers; without an address, words stand where links would be, and a file
        where pip would fetch one.

    Examples
    --------
    >>> text = "See [there]({site}en/b.html): pip install a[c] @ {site}a-1.whl"
    >>> fill_in_notebook(text, "https://example.org/")
    'See [there](https://example.org/en/b.html): pip install a[c] @ https://example.org/a-1.whl'
    >>> fill_in_notebook(text, "")
    'See there: pip install a-1.whl[c]'
    """
    if not address:
        text = WHEEL.sub(r"\2\1", LINK.sub(r"\1", text))
    return text.replace("{site}", address)

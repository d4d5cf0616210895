"""Traditional Chinese letters, for readers who type them in search of simplified ones."""

from functools import cache

HAN = range(0x3400, 0xA000)


def variants(text: str) -> str:
    """Pair each traditional letter with the simplified one, of those that a text has.

    Parameters
    ----------
    text : str
        The text that is searched.

    Returns
    -------
    str
        The pairs, one after the other.

    Examples
    --------
    >>> variants("共享变量")
    '變变'
    """
    return "".join(
        traditional + simplified
        for traditional, simplified in _simplified().items()
        if simplified in text
    )


@cache
def _simplified() -> dict[str, str]:
    from opencc import OpenCC  # which only one edition needs

    letters = "".join(map(chr, HAN))
    pairs = zip(letters, OpenCC("t2s").convert("\n".join(letters)).split("\n"), strict=True)
    return {letter: simplified for letter, simplified in pairs if simplified not in (letter, "")}

"""What a page may load: nothing but this site's own files."""

import base64
import hashlib


def policy(script: str, style: str = "") -> str:
    """Return the policy of a page.

    Parameters
    ----------
    script : str
        The text of the only script inside of the page.
    style : str
        The text of the only style inside of the page; empty if there is none.

    Returns
    -------
    str
        What ``Content-Security-Policy`` takes.

    Examples
    --------
    >>> print(policy("").split("; ")[1])
    script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {_hash(script)}",
            f"style-src-elem 'self'{style and ' ' + _hash(style)}",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",  # Lighthouse looks at robots.txt from inside of a page
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

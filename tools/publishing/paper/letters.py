"""Have Chinese letters found in a PDF, and copied out of it.

A font has one glyph for a letter and for the radical that looks the same, such as 用 and ⽤. Which
of the two it was, a browser can't tell when it writes a PDF, and it names the radical.
"""

import re
from pathlib import Path
from typing import cast

import pylopdf_fonts_zh_cn
from fontTools.ttLib import TTFont
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
RADICALS = range(0x2E80, 0x2FE0)
NAMED = re.compile(rb"(?<=> <)(2[EF][0-9A-F]{2})(?=>)")


def letters_of_radicals() -> dict[int, int]:
    """Return for each radical the letter with the same glyph, in any of the fonts.

    Returns
    -------
    dict of int to int
        The letters' code points.
    """
    found: dict[int, int] = {}
    for path in FONTS.glob("*.otf"):
        glyphs = TTFont(path, lazy=True).getBestCmap()
        letters = {glyph: code for code, glyph in glyphs.items() if code not in RADICALS}
        found |= {code: letters[glyphs[code]] for code in RADICALS if glyphs.get(code) in letters}
    return found


def name_letters(writer: PdfWriter) -> None:
    """Put letters in the place of radicals where a PDF says what its glyphs mean."""
    letters = letters_of_radicals()

    def name(match: re.Match[bytes]) -> bytes:
        code = int(match[1], 16)
        return b"%04X" % letters.get(code, code)

    for sheet in writer.pages:
        resources = cast(DictionaryObject, sheet["/Resources"])
        for font in resources.get("/Font", {}).values():
            meaning = font.get_object().get("/ToUnicode")
            if meaning is None:
                continue
            stream = meaning.get_object()
            assert isinstance(stream, StreamObject)
            data = stream.get_data()
            if data != (named := NAMED.sub(name, data)):
                stream.set_data(named)

"""Makes a copy of a text for matching, and finds the way back to the text's own offsets."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_IRREGULAR = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]|\\s{2,}")
_SAME = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u0060": "'", "\u00b4": "'"}
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014"


@cache
def _letters() -> dict[int, str]:
    table = dict(_SAME) | dict.fromkeys(_HYPHENS, "-")
    for code in range(0xC0, 0x250):
        plain = unicodedata.normalize("NFKD", chr(code))[0]
        if plain != chr(code) and plain.isascii():
            table[chr(code)] = plain
    table |= {"\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " "}
    return str.maketrans(table)


def fold(text: str) -> tuple[str, Sequence[int] | None]:
    """Return the text without accents and with plain marks, and a map of offsets.

    The map gives, for each offset of the copy, the offset in the text; None says that
    they are the same. Single line breaks count as blanks; a blank line stays a break.

    >>> fold("Côte d’Ivoire")
    ("Cote d'Ivoire", None)
    """
    if not _IRREGULAR.search(text):
        return text.translate(_letters()), None
    pieces: list[str] = []
    back: list[int] = []
    at = 0
    for match in _IRREGULAR.finditer(text):
        pieces.append(text[at : match.start()])
        back.extend(range(at, match.start()))
        blank = _blank(match.group())
        pieces.append(blank)
        back.extend([match.start()] * len(blank))
        at = match.end()
    pieces.append(text[at:])
    back.extend(range(at, len(text) + 1))
    return "".join(pieces).translate(_letters()), back


def _blank(found: str) -> str:
    if not found.isspace():
        return ""
    return "\u2029" if found.count("\n") > 1 else " "

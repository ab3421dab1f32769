"""How wide text is in the bundled fonts, and where it breaks.

Widths are sums of the glyphs' advances: kerning only makes drawn text narrower, so what
fits here fits everywhere.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FILES = {"sans": "inter-400", "bold": "inter-600", "serif": "source-serif-4-400"}
FAMILIES = {"sans": "Inter", "bold": "Inter", "serif": "Source Serif 4"}
WEIGHTS = {"sans": 400, "bold": 600, "serif": 400}
_UNITS = 1000
ELLIPSIS = "…"
_KEPT = 200


@cache
def _font(role: str) -> ImageFont.FreeTypeFont:
    path = FONTS / f"{FILES[role]}.ttf"
    return ImageFont.truetype(str(path), _UNITS, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16384)
def _advance(role: str, character: str) -> float:
    return float(_font(role).getlength(character))


def width(text: str, role: str, size: float) -> float:
    """Return the width of a line of text in px.

    >>> round(width("Tue 4 Oct", "sans", 12)), width("", "sans", 12)
    (56, 0.0)
    """
    # Lines of pictures come again and again; whole articles would only fill the memory.
    advance = _kept_advance(text, role) if len(text) <= _KEPT else _sum(text, role)
    return advance * size / _UNITS


@lru_cache(maxsize=65536)
def _kept_advance(text: str, role: str) -> float:
    return _sum(text, role)


def _sum(text: str, role: str) -> float:
    return sum(_advance(role, c) for c in text)


def wrap(text: str, role: str, size: float, room: float, most: int = 99) -> tuple[str, ...]:
    """Break text at its spaces into lines no wider than room; past `most` lines it is cut.

    A cut falls after a word and shows an ellipsis. A word wider than the room is broken.

    >>> wrap("Talks began in the capital", "sans", 12, 70, 2)
    ('Talks began', 'in the…')
    """
    lines: list[str] = []
    line = ""
    words = [piece for word in _words(text) for piece in _pieces(word, role, size, room)]
    for at, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if width(longer, role, size) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            return (*lines, _cut(" ".join([line, *words[at:]]), role, size, room))
        lines.append(line)
        line = word
    return (*lines, line) if line else tuple(lines)


def fit(text: str, role: str, size: float, room: float) -> str:
    """Return the text, cut after a word with an ellipsis where it is wider than room."""
    return text if width(text, role, size) <= room else _cut(text, role, size, room)


def _cut(text: str, role: str, size: float, room: float) -> str:
    words = _words(text)
    best = ""
    for count in range(1, len(words)):
        short = " ".join(words[:count]).rstrip(",;:.–—-“\"'(") + ELLIPSIS
        if width(short, role, size) > room:
            break
        best = short
    return best or _pieces(text, role, size, room - width(ELLIPSIS, role, size))[0] + ELLIPSIS


def _words(text: str) -> list[str]:
    # Not str.split(), which also breaks at thin and no-break spaces.
    return [word for word in re.split("[ \t\r\n]+", text) if word]


def _pieces(word: str, role: str, size: float, room: float) -> list[str]:
    if width(word, role, size) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, role, size) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces

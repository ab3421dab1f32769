"""A date's words in a text, found without knowing when the text was published."""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.extract.dates.expressions import Expression, Range
from dashboard.extract.dates.lexer import Token, find_windows, lexicon, read_tokens
from dashboard.extract.dates.patterns import Found, find_in
from dashboard.model import Span
from dashboard.rules import read_table

_NEAR = 60
_BOUNDS = ("SINCE", "UNTIL", "BY", "BEFORE", "AFTER")
_SENTENCE = re.compile(r"[.!?]['”\"’)]?\s+(?=[^a-z])|\n")
_LAST_WORD = re.compile(r"([A-Za-z]+)(?:\s+(?:on|in|the|at|about|around))?\s+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time: where they stand, what they say, and what stands before them.

    ahead is True where a clear, close word says that the time is still to come; parts are
    the mentions of which a range is made.
    """

    span: Span
    text: str
    expression: Expression
    rule: str
    bound: str = ""
    ahead: bool = False
    parts: tuple["Mention", ...] = ()


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find every mention of a time, in order and apart from each other.

    >>> [m.text for m in find_mentions("It began on 4 October 2022 and lasted three days.")]
    ['4 October 2022', 'three days']
    """
    found = []
    for first, last in find_windows(text):
        for token in find_in(read_tokens(text, first, last), text):
            found.append(_mention(text, token))
    return tuple(found)


def _mention(text: str, token: Token) -> Mention:
    made: Found = token.value
    parts: tuple[Mention, ...] = ()
    if isinstance(made.expression, Range):
        parts = tuple(_mention(text, t) for t in made.parts)
    left = text[max(0, token.start - _NEAR) : token.start]
    left = _SENTENCE.split(left)[-1]
    return Mention(
        Span(token.start, token.end),
        text[token.start : token.end],
        made.expression,
        made.rule,
        _bound(left),
        _is_ahead(left),
        parts,
    )


def _bound(left: str) -> str:
    match = _LAST_WORD.search(left[-30:])
    if not match:
        return ""
    kind, value, _ = lexicon().words.get(match[1].lower(), ("", "", ""))
    return value if kind in _BOUNDS else ""


def _is_ahead(left: str) -> bool:
    ahead, past = _cues()
    return bool(ahead.search(left)) and not past.search(left)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("date_cues", ("words", "place"), ("words",))
    near, directly, past = (
        "|".join(re.escape(r["words"]) for r in rows if r["place"] == place)
        for place in ("near", "next", "not")
    )
    ahead = rf"\b(?:{near})\b|\b(?:{directly})\s+(?:the\s+)?$"
    return re.compile(ahead, re.IGNORECASE), re.compile(rf"\b(?:{past})\b", re.IGNORECASE)

"""A date's words in a text, found without knowing when the text was published."""

import re
from bisect import bisect
from dataclasses import dataclass
from functools import cache

from dashboard.extract.dates.expressions import Expression, Range
from dashboard.extract.dates.lexer import (
    DEFAULT,
    Token,
    find_windows,
    lexicon,
    read_tokens,
    table,
    tables_of,
)
from dashboard.extract.dates.patterns import Found, find_in
from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

_NEAR = 60
_RIGHT = 45
_OPENING = 5
_BOUNDS = ("since", "until", "before", "after")
_SENTENCE = re.compile(r"[.!?]['”\"’)]?\s+(?=[^a-zа-яієї])|\n")
_LAST_WORDS = re.compile(r"([^\W\d_]+)(?:\s+([^\W\d_]+))?\s+$")
_HEADING = re.compile(r"^[^\W_][^\n]{1,78}[^\s.!?:;,”\"’)]$", re.MULTILINE)
_SMALL = ("ON", "IN", "THE", "AT", "APPROX")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time: where they stand, what they say, and what stands before them.

    ahead is True where a clear, close word says that the time is still to come; opens where
    few words stand before them in their sentence; section counts the headings before them;
    parts are the mentions of which a range is made; around is the word directly before them
    that says that the time is only roughly known.
    """

    span: Span
    text: str
    expression: Expression
    rule: str
    bound: str = ""
    ahead: bool = False
    parts: tuple["Mention", ...] = ()
    opens: bool = False
    section: int = 0
    around: str = ""


def find_mentions(text: str, language: str = DEFAULT) -> tuple[Mention, ...]:
    """Find every mention of a time, in order and apart from each other.

    >>> [m.text for m in find_mentions("It began on 4 October 2022 and lasted three days.")]
    ['4 October 2022', 'three days']
    """
    tables = tables_of(language)
    headings = [match.start() for match in _HEADING.finditer(text)]
    found = []
    for first, last in find_windows(text, tables):
        for token in find_in(read_tokens(text, first, last, tables), text, tables):
            found.append(_mention(text, token, tables, bisect(headings, token.start)))
    return tuple(found)


def _mention(text: str, token: Token, language: str, section: int = 0) -> Mention:
    made: Found = token.value
    parts: tuple[Mention, ...] = ()
    if isinstance(made.expression, Range):
        parts = tuple(_mention(text, t, language, section) for t in made.parts)
    before = text[max(0, token.start - _NEAR) : token.start]
    ends = [match.end() for match in _SENTENCE.finditer(before)]
    left = before[ends[-1] :] if ends else before
    return Mention(
        Span(token.start, token.end),
        text[token.start : token.end],
        made.expression,
        made.rule,
        _bound(left, language),
        _is_ahead(left, text[token.end : token.end + _RIGHT], language),
        parts,
        len(left.split()) <= _OPENING,
        section,
        _around(before, text[token.start : token.end], language),
    )


def _bound(left: str, language: str) -> str:
    """Return since, until, before or after where that is the last word, small ones left out."""
    match = _LAST_WORDS.search(left[-30:])
    if not match:
        return ""
    words = lexicon(language).words
    for word in (match[2], match[1]):
        kind, value, _ = words.get(word.lower(), ("", "", "")) if word else ("THE", "", "")
        if kind not in _SMALL:
            return value if value in _BOUNDS else ""
    return ""


def _around(left: str, words: str, language: str) -> str:
    """Return around, circa or the like where it stands directly before the words.

    A word that has another meaning too ("news about Monday") counts before figures only, or
    where a rule took it for the first of the words ("about three days ago").
    """
    *_, rough, loose = _cues(language)
    own = f"{words.partition(' ')[0]} "
    found = rough.search(left) or (words[:1].isdigit() and loose.search(left))
    found = found or rough.search(own) or loose.search(own)
    return str(found[1]) if found else ""


def _is_ahead(left: str, right: str, language: str) -> bool:
    near, directly, past, done, _, _ = _cues(language)
    if past.search(left):
        return False
    return bool(near.search(left)) or bool(directly.search(left) and not done.search(right))


@made_of_rules
@cache
def _cues(language: str) -> tuple[re.Pattern[str], ...]:
    """Compile the cues: near, next, not, after, around and around-figures, in that order."""
    rows = read_table(table("date_cues", language), ("words", "place"), ("words", "place"))
    near, directly, past, done, rough, loose = (
        "|".join(re.escape(r["words"]) for r in rows if r["place"] == place) or "(?!)"
        for place in ("near", "next", "not", "after", "around", "around-figures")
    )
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?:{near})\b",
            rf"\b(?:{directly})\s+(?:the\s+)?$",
            rf"\b(?:{past})\b",
            rf"^,?[^.,;:!?\n]*?\b(?:{done})\b",
            rf"(?<!\w)({rough})\s+(?:the\s+)?$",
            rf"(?<!\w)({loose})\s+(?:the\s+)?$",
        )
    )

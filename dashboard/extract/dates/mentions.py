"""A date's words in a text, found without knowing when the text was published."""

import re
from bisect import bisect
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dashboard.extract.dates.expressions import (
    Expression,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Range,
)
from dashboard.extract.dates.lexer import (
    DEFAULT,
    Token,
    find_windows,
    lexicon,
    read_tokens,
    table,
    tables_of,
    word_tree,
)
from dashboard.extract.dates.patterns import Found, find_in
from dashboard.extract.dates.periods import Period
from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

_NEAR = 60
_RIGHT = 45
_DIRECTLY = 24
_BULLETS = " \t\r•*–-[("
_OPENING = 5
_BOUNDS = ("since", "until", "before", "after")
_SENTENCE = re.compile(r"[.!?]['”\"’)]?\s+(?=[^a-zа-яієї])|\n")
_HEADING = re.compile(r"^[^\W_][^\n]{1,78}[^\s.!?:;,”\"’)]$", re.MULTILINE)
_HEADS = re.compile(r"(?:^|\n)\W*(?:In )?$")
_ENDS = re.compile(r":?[ \t\r]*(?:\n|$)")
_OF_IT = ("'s", "’s")
_SMALL = ("ON", "IN", "THE", "AT", "APPROX")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time: where they stand, what they say, and what stands before them.

    ahead is True where a clear, close word says that the time is still to come, and firmly
    where that word is a verb of the present ("will", "is to"); opens where few words stand
    before them in their sentence; section counts the headings before them;
    parts are the mentions of which a range is made; around is the word directly before them
    that says that the time is only roughly known; fronts says that a line begins with them, and
    heads that nothing else stands in it.
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
    firmly: bool = False
    fronts: bool = False
    heads: bool = False


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
    ahead, firmly = _ahead(left, text[token.end : token.end + _RIGHT], language)
    return Mention(
        Span(token.start, token.end),
        text[token.start : token.end],
        _of_year(made.expression, left, language),
        made.rule,
        _bound(left, language),
        ahead,
        parts,
        len(left.split()) <= _OPENING,
        section,
        _around(before[-_DIRECTLY:], text[token.start : token.end], language),
        firmly,
        not before.rpartition("\n")[2].strip(_BULLETS) and ("\n" in before or not token.start),
        bool(_HEADS.search(before)) and bool(_ENDS.match(text, token.end)),
    )


def _of_year(expression: Expression, left: str, language: str) -> Expression:
    """Put a day into the year that "when" before it tells of ("in 2019, when it fell in June")."""
    year = _cues(language)["of-year"].search(left)
    return in_year(expression, int(year[1])) if year else expression


def in_year(expression: Expression, year: int) -> Expression:
    """Put a day or month that names no year, or two of them, into one."""
    if isinstance(expression, Range):
        start, end = (in_year(e, year) for e in (expression.start, expression.end))
        return replace(expression, start=start, end=end)
    if not isinstance(expression, MonthDay | Month) or expression.turn is not None:
        return expression
    return InYear(expression, Fixed(Period(date(year, 1, 1), "Y")))


def _bound(left: str, language: str) -> str:
    """Return since, until, before or after where that is the last word, small ones left out."""
    if not left[-1:].isspace():
        return ""
    words = lexicon(language).words
    for word in reversed(left[-30:].split()[-2:]):
        kind, value, _ = words.get(word.lower(), ("", "", ""))
        if kind not in _SMALL:
            return value if value in _BOUNDS else ""
    return ""


def _around(left: str, words: str, language: str) -> str:
    """Return around, circa or the like where it stands directly before the words.

    A word that has another meaning too ("news about Monday") counts before figures only, or
    where a rule took it for the first of the words ("about three days ago").
    """
    rough, loose = _cues(language)["around"], _cues(language)["around-figures"]
    own = f"{words.partition(' ')[0]} "
    found = rough.search(left) or (words[:1].isdigit() and loose.search(left))
    found = found or rough.search(own) or loose.search(own)
    return str(found[1]) if found else ""


def _ahead(left: str, right: str, language: str) -> tuple[bool, bool]:
    """Say whether a word close before a date looks ahead, and whether it does so firmly.

    It counts no more once a clause of the past has begun ("will name those who were there
    on Monday"), nor where it is a person's name ("Will Jones resigned on Monday").
    """
    cues, right = _cues(language), right.lower()
    small = cues["cause"].sub(lambda cause: " " * len(cause[0]), left.lower())
    if cues["not"].search(small):
        return False, False
    for place in ("firm", "near"):
        for cue in cues[place].finditer(small):
            is_name = cues["name"].match(left, cue.start())
            if not is_name and not cues["over"].search(small, cue.end()):
                return True, place == "firm"
    over = cues["after"].search(right) or cues["waited"].search(small)
    directly = cues["next"].search(small) and not over
    planned = cues["verb"].search(small) and not right.startswith(_OF_IT)
    return bool(directly or planned or cues["then"].search(right)), False


_CUES = {
    "firm": r"\b{}",
    "near": r"\b{}",
    "verb": r"\b{}\s+(?:(?:on|at|in)\s+)?(?:the\s+)?$",
    "next": r"\b{}\s+(?:(?:on|at)\s+)?(?:the\s+)?$",
    "then": r"^\s+{}",
    "not": r"\b{}",
    "over": r"\b{}",
    "cause": r"(?:\b(?:is|are)\s)?\b{}\b",
    "after": r"^,?[^.,;:!?\n]*?\b{}",
    "waited": r"\b{}\s(?:[^.,;:!?\n]*\s)?until\s+(?:on\s+)?$",
    "of-year": r"\b([12]\d{{3}}),?\s{}\s[^.,;:!?\n\d]*$",
    "name": r"{}(?=\s[A-Z]\S*\s(?:\S+\s)*?[a-z]{{4}})",
    "around": r"(?i:(?<!\w)({})(?:\s+(?:the\s+)?|(?<=\.))$)",
    "around-figures": r"(?i:(?<!\w)({})\s+(?:the\s+)?$)",
}
"""How the words of each place in date_cues.csv are looked for."""


@made_of_rules
@cache
def _cues(language: str) -> dict[str, re.Pattern[str]]:
    """Compile the cues of a language, by the place at which they stand."""
    rows = read_table(table("date_cues", language), ("words", "place"), ("words", "place"))
    words: dict[str, list[str]] = {place: [] for place in _CUES}
    for row in rows:
        words[row["place"]].append(row["words"])
    return {
        place: re.compile(pattern.format(_any_of(words[place], place))) if words[place] else _NEVER
        for place, pattern in _CUES.items()
    }


_NEVER = re.compile(r"(?!)")


def _any_of(words: list[str], place: str) -> str:
    """Write words as one regular expression; those of "around" may end in a stop."""
    is_around = place.startswith("around")
    return "|".join(re.escape(word) for word in words) if is_around else word_tree(words)

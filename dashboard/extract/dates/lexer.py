"""Text → tokens: only near words that can begin a date, one class a word, read from a table.

A token's symbol is one character that stands for its class, so that a run of tokens is a
string and a pattern over classes an ordinary, bounded regular expression.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from dashboard.rules import read_table

REACH = 70
"""Characters read on each side of a word that can begin a date."""

NUMBER_CLASSES = (
    "WORD NAME PUNCT BREAK COMMA STOP DASH SLASH POSS LPAREN RPAREN MONEY PERCENT HOUR12 HOUR24 "
    "DAY31 TWO YEAR3 YEAR NUMBER DECIMAL ISO STAMP FIGURES CLOCK DECADE ORDFIGURE SHORTYEAR AMPM "
    "ERA_BC ERA_AD HOLIDAY SHORTDECADE"
).split()
_PUNCTUATION = {
    ",": "COMMA", ".": "STOP", "-": "DASH", "–": "DASH", "—": "PUNCT", "‑": "DASH", "/": "SLASH",
    "(": "LPAREN", ")": "RPAREN", "$": "MONEY", "€": "MONEY", "£": "MONEY", "¥": "MONEY",
    "%": "PERCENT",
}  # fmt: skip
_TOKEN = r"""
    (?P<HOLIDAY>(?:HOLIDAYS)\b)
  | (?P<BREAK>\n[ \t\r]*\n)
  | (?P<STAMP>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?Z?)
  | (?P<ISO>\d{4}-\d\d-\d\d(?!\d))
  | (?P<FIGURES>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?!\d))
  | (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<DECADE>(?:\d{3}|['’]\d)0['’]?s\b)
  | (?P<SHORTDECADE>\d0s\b)
  | (?P<ORDFIGURE>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<SHORTYEAR>(?<!\w)['’]\d\d\b(?!['’]))
  | (?P<NUMBER>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<POSS>['’]s?\b(?!\w))
  | (?P<AMPM>[ap]\.m\b\.?|[ap]m\b|[AP]\.?M\b\.?)
  | (?P<ERA_BC>B\.C\.(?:E\.)?)
  | (?P<ERA_AD>A\.D\.)
  | (?P<WORD>Q[1-4]\b|[^\W\d_]++(?!\d)|[^\W\d_]\w*)
  | (?P<PUNCT>[^\s\w]|_)
"""
_FEAST = ("month", "day", "year")
_CANDIDATE = re.compile(r"[^\W_]+")
_FIGURE_TAIL = re.compile(r"[:/.]\d\d?\b|\s?[apAP]\.?[mM]\b")


class Token(NamedTuple):
    """A word or figure: where it stands, the symbol of its class, what the class carries."""

    start: int
    end: int
    symbol: str
    value: Any


class Lexicon(NamedTuple):
    """The word table, ready for use."""

    words: dict[str, tuple[str, str, str]]
    triggers: dict[str, bool]
    symbols: dict[str, str]
    token: re.Pattern[str]
    holidays: dict[str, tuple[int, ...]]


@cache
def lexicon() -> Lexicon:
    """Load data/rules/date_words.csv and date_holidays.csv once."""
    rows = read_table("date_words", ("word", "class", "value", "case", "trigger"), ("word",))
    words = {r["word"]: (r["class"], r["value"], r["case"]) for r in rows}
    triggers = {r["word"]: r["case"] == "capital" for r in rows if r["trigger"]}
    names = dict.fromkeys([*NUMBER_CLASSES, *(r["class"] for r in rows)])
    symbols = {name: chr(0xE000 + i) for i, name in enumerate(names)}
    feasts = read_table("date_holidays", ("name", "month", "day", "year"), ("name",))
    holidays = {r["name"]: tuple(int(r[c] or 0) for c in _FEAST) for r in feasts}
    triggers |= {re.split(r"\W", name)[0].lower(): True for name in holidays}
    alternatives = "|".join(re.escape(n) for n in holidays)
    alternatives = alternatives.replace("'", "['’]").replace(r"\ ", r"\s")
    token = re.compile(_TOKEN.replace("HOLIDAYS", alternatives), re.VERBOSE)
    return Lexicon(words, triggers, symbols, token, holidays)


def find_windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text worth lexing, in order, apart from each other."""
    triggers = lexicon().triggers
    first = last = -1
    for match in _CANDIDATE.finditer(text):
        word = match[0]
        if word[0].isdigit():
            if not _is_figure(word, text, match.end()):
                continue
        else:
            capital = triggers.get(word if word.islower() else word.lower()[:40])
            if capital is None or (capital and not word[0].isupper()):
                continue
        start, end = match.span()
        if start - REACH > last:
            if last >= 0:
                yield first, last
            first = _edge(text, start)
        last = end + REACH
    if last >= 0:
        yield first, min(last, len(text))


def _is_figure(word: str, text: str, end: int) -> bool:
    """Say whether a run of figures can begin a date: 2022, 1980s, 16:08, 04/10/2022."""
    if len(word) == 4 and word.isdigit():
        return True
    if len(word) < 6 and word[-1] == "s":
        return True
    return len(word) <= 2 and _FIGURE_TAIL.match(text, end) is not None


def _edge(text: str, start: int) -> int:
    """Step back by REACH characters, then forward to the start of a word."""
    if start <= REACH:
        return 0
    space = text.find(" ", start - REACH, start)
    return start if space < 0 else space


def read_tokens(text: str, first: int, last: int) -> list[Token]:
    """Lex text[first:last], and to the end of the word that stands at last."""
    lex = lexicon()
    tokens: list[Token] = []
    space = text.find(" ", last, last + REACH)
    for match in lex.token.finditer(text, first, min(len(text), max(space, last))):
        tokens.append(_token(lex, match))
        _join_numbers(lex, tokens)
    return tokens


def _token(lex: Lexicon, match: re.Match[str]) -> Token:
    kind, text = match.lastgroup or "PUNCT", match[0]
    value: Any = text
    if kind == "WORD":
        kind, value = _word(lex, text)
    elif kind == "NUMBER":
        kind, value = _number(text)
    elif kind == "PUNCT":
        kind = _PUNCTUATION.get(text, "PUNCT")
    elif kind == "HOLIDAY":
        value = lex.holidays[" ".join(text.replace("’", "'").split())]
    return Token(match.start(), match.end(), lex.symbols[kind], value)


def _word(lex: Lexicon, text: str) -> tuple[str, str]:
    found = lex.words.get(text.lower()) if len(text) < 20 else None
    if found is None or (found[2] and (found[2] == "capital") != text[0].isupper()):
        return ("NAME" if text[0].isupper() else "WORD"), text
    return found[0], found[1]


def _number(text: str) -> tuple[str, Any]:
    if "." in text:
        return "DECIMAL", text
    if "," in text or len(text) > 4:
        return "NUMBER", text
    n = int(text)
    if len(text) == 4:
        return ("YEAR", n) if 1000 <= n <= 2199 else ("NUMBER", n)
    if len(text) == 3:
        return "YEAR3", n
    bands = ((1, "TWO"), (13, "HOUR12"), (25, "HOUR24"), (32, "DAY31"))
    return next((kind for limit, kind in bands if n < limit), "TWO"), n


def _join_numbers(lex: Lexicon, tokens: list[Token]) -> None:
    """Make one token of "twenty-five"."""
    if len(tokens) < 3:
        return
    tens, dash, ones = tokens[-3:]
    number, ordinal = lex.symbols["NUMWORD"], lex.symbols["ORDINAL"]
    if tens.symbol != number or dash.symbol != lex.symbols["DASH"]:
        return
    if ones.symbol not in (number, ordinal) or int(ones.value) > 9 or int(tens.value) < 20:
        return
    value = str(int(tens.value) + int(ones.value))
    tokens[-3:] = [Token(tens.start, ones.end, ones.symbol, value)]

"""Text → tokens: only near words that can begin a date, one class a word, read from a table.

A token's symbol is one character that stands for its class, so that a run of tokens is a
string and a pattern over classes an ordinary, bounded regular expression.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from dashboard.rules import FOLDER, made_of_rules, read_table

REACH = 36
"""Characters read on each side of a word that can begin a date."""

DEFAULT = "en"
"""The language whose tables have no suffix; a language without tables is read by these."""

NUMBER_CLASSES = (
    "WORD NAME PUNCT BREAK COMMA STOP DASH SLASH POSS LPAREN RPAREN MONEY PERCENT HOUR12 HOUR24 "
    "DAY31 TWO YEAR3 YEAR NUMBER DECIMAL ISO STAMP FIGURES CLOCK DECADE ORDFIGURE SHORTYEAR AMPM "
    "ERA_BC ERA_AD HOLIDAY SHORTDECADE OFFSET CODEYEAR"
).split()
_PUNCTUATION = {
    ",": "COMMA", ".": "STOP", "-": "DASH", "–": "DASH", "—": "PUNCT", "‑": "DASH", "/": "SLASH",
    "(": "LPAREN", ")": "RPAREN", "$": "MONEY", "€": "MONEY", "£": "MONEY", "¥": "MONEY",
    "%": "PERCENT",
}  # fmt: skip
_TOKEN = r"""(?!\ )(?:
    (?P<SMALL>(?![ap]\.?m\b)[a-zа-яієїґ]++(?![\w'’]))
  | (?P<HOLIDAY>(?=\w)(?:HOLIDAYS)\b)
  | (?P<BREAK>\n[ \t\r]*\n)
  | (?P<STAMP>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?Z?)
  | (?P<ISO>\d{4}-\d\d-\d\d(?!\d))
  | (?P<FIGURES>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?!\d))
  | (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<DECADE>(?:\d{3}|['’]\d)0['’]?s\b)
  | (?P<SHORTDECADE>\d0s\b)
  | (?P<ORDFIGURE>\d{1,2}ORDINALEND\b)
  | (?P<SHORTYEAR>(?<!\w)['’]\d\d\b(?!['’]))
  | (?P<NUMBER>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<OFFSET>(?:UTC|GMT)\s?[+−-]\s?\d{1,2}(?::\d\d)?(?!\d))
  | (?P<CODEYEAR>FY\s?['’]?(?:\d{4}|\d\d)\b)
  | (?P<WORD>INNER)
  | (?P<POSS>['’]s?\b(?!\w))
  | (?P<AMPM>[ap]\.m\b\.?|[ap]m\b|[AP]\.?M\b\.?)
  | (?P<ERA_BC>B\.C\.(?:E\.)?)
  | (?P<ERA_AD>A\.D\.)
  | (?P<LETTERS>[QH][1-4]\b|[^\W\d_]++(?!\d)|[^\W\d_]\w*)
  | (?P<PUNCT>[^\s\w]|_))
"""
_FEAST = ("month", "day", "year")
_FIGURES = (
    r"\d{4}(?!\w)|\d{2,4}s\b|\d{1,2}(?:(?:st|nd|rd|th)\b|[:/.]\d\d?\b|\s?[apAP]\.?[mM]\b)"
    r"|FY\s?['’]?\d\d"
)


class Token(NamedTuple):
    """A word or figure: where it stands, the symbol of its class, what the class carries."""

    start: int
    end: int
    symbol: str
    value: Any


_new = tuple.__new__
"""Makes a Token of a tuple in a third of the time that calling the class takes."""


class Lexicon(NamedTuple):
    """The word table of a language, ready for use."""

    words: dict[str, tuple[str, str, str]]
    capitals: frozenset[str]
    candidate: re.Pattern[str]
    symbols: dict[str, str]
    token: re.Pattern[str]
    holidays: dict[str, tuple[Any, ...]]


def table(name: str, language: str) -> str:
    """Return the name of a language's own table: date_words, date_words_uk."""
    return name if language == DEFAULT else f"{name}_{language}"


@made_of_rules
@cache
def tables_of(language: str) -> str:
    """Return the language whose tables read a text: "en" for "en-GB", and where there are none.

    >>> tables_of("uk"), tables_of("en-GB"), tables_of("xx")
    ('uk', 'en', 'en')
    """
    base = language.replace("_", "-").split("-")[0].lower()
    known = base.isalpha() and (FOLDER / f"{table('date_words', base)}.csv").is_file()
    return base if known else DEFAULT


@made_of_rules
@cache
def lexicon(language: str = DEFAULT) -> Lexicon:
    """Load the words and holidays of a language once."""
    columns = ("word", "class", "value", "case", "trigger")
    rows = read_table(table("date_words", language), columns, ("word",))
    words = {r["word"]: (r["class"], r["value"], r["case"]) for r in rows}
    names = dict.fromkeys([*NUMBER_CLASSES, *(r["class"] for r in rows)])
    feasts = read_table(table("date_holidays", language), ("name", *_FEAST, "count"), ("name",))
    holidays = {r["name"]: (*(int(r[c] or 0) for c in _FEAST), r["count"]) for r in feasts}
    triggers = {r["word"] for r in rows if r["trigger"]}
    return Lexicon(
        words,
        frozenset(r["word"] for r in rows if r["trigger"] and r["case"] == "capital"),
        _candidate_pattern(triggers, holidays),
        {name: chr(0xE000 + i) for i, name in enumerate(names)},
        _token_pattern(holidays, any("'" in word for word in words)),
        holidays,
    )


def _token_pattern(holidays: Iterable[str], apostrophes: bool) -> re.Pattern[str]:
    """Compile the lexer; in some languages an apostrophe stands inside a word."""
    names = "|".join(re.escape(n) for n in sorted(holidays, key=len, reverse=True))
    names = names.replace("'", "['’]").replace(r"\ ", r"\s")
    inner = r"[^\W\d_]++(?:['’ʼ][^\W\d_]++)+" if apostrophes else r"(?!)"
    ends = r"-?(?:го|му|те|та|ша|ті|х)" if apostrophes else r"(?:st|nd|rd|th)"
    pattern = _TOKEN.replace("HOLIDAYS", names or "(?!)").replace("INNER", inner)
    return re.compile(pattern.replace("ORDINALEND", ends), re.VERBOSE)


def _candidate_pattern(triggers: Iterable[str], names: Iterable[str]) -> re.Pattern[str]:
    """Compile what can begin a date: figures, a trigger in any case, a name as it is written."""
    words = {form for w in triggers for form in (w, w[:1].upper() + w[1:], w.upper())}
    words.update(names)
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    return re.compile(rf"\b(?=[{first}F\d])(?:{word_tree(words)}|{_FIGURES})")


def word_tree(words: Iterable[str]) -> str:
    """Write words as one regular expression that shares their beginnings.

    >>> word_tree(["day", "days", "dawn"])
    'da(?:wn\\\\b|y(?:\\\\b|s\\\\b))'
    """
    groups: dict[str, set[str]] = {}
    for word in words:
        groups.setdefault(word[:1], set()).add(word[1:])
    branches = [
        r"\b" if not head else _head(head) + word_tree(groups[head]) for head in sorted(groups)
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _head(letter: str) -> str:
    return {"'": "['’ʼ]", " ": r"\s"}.get(letter, re.escape(letter))


def find_windows(text: str, language: str = DEFAULT) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text worth lexing, in order, apart from each other."""
    lex = lexicon(language)
    capitals = lex.capitals
    first = last = -1
    for match in lex.candidate.finditer(text):
        start, end = match.span()
        if not text[start].isupper() and match[0].lower() in capitals:
            continue
        if start - REACH > last:
            if last >= 0:
                yield first, last
            first = _edge(text, start)
        last = end + REACH
    if last >= 0:
        yield first, min(last, len(text))


def _edge(text: str, start: int) -> int:
    """Step back by REACH characters, then forward to the start of a word."""
    if start <= REACH:
        return 0
    space = text.find(" ", start - REACH, start)
    return start if space < 0 else space


def read_tokens(text: str, first: int, last: int, language: str = DEFAULT) -> list[Token]:
    """Lex text[first:last], and to the end of the word that stands at last."""
    lex = lexicon(language)
    words, symbols = lex.words, lex.symbols
    plain, tens = symbols["WORD"], symbols.get("NUMWORD")
    tokens: list[Token] = []
    joinable = False
    space = text.find(" ", last, last + REACH)
    for match in lex.token.finditer(text, first, min(len(text), max(space, last))):
        start, end = match.span()
        if match.lastgroup == "SMALL":
            found = words.get(match[0]) if end - start < 20 else None
            if found is None or found[2] == "capital":
                tokens.append(_new(Token, (start, end, plain, match[0])))
                continue
            tokens.append(_new(Token, (start, end, symbols[found[0]], found[1])))
        else:
            tokens.append(_token(lex, match))
        joinable = joinable or tokens[-1].symbol == tens
        if joinable:
            _join_numbers(lex, tokens)
    return tokens


def _token(lex: Lexicon, match: re.Match[str]) -> Token:
    kind, text = match.lastgroup or "PUNCT", match[0]
    value: Any = text
    if kind in ("WORD", "LETTERS"):
        kind, value = _word(lex, text.replace("’", "'").replace("ʼ", "'"))
    elif kind == "NUMBER":
        kind, value = _number(text)
    elif kind == "PUNCT":
        kind = _PUNCTUATION.get(text, "PUNCT")
    elif kind == "HOLIDAY":
        value = lex.holidays[" ".join(text.replace("’", "'").split())]
    return _new(Token, (*match.span(), lex.symbols[kind], value))


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
    number, ordinal = lex.symbols["NUMWORD"], lex.symbols.get("ORDINAL")
    if tens.symbol != number or dash.symbol != lex.symbols["DASH"]:
        return
    if ones.symbol not in (number, ordinal) or int(ones.value) > 9 or int(tens.value) < 20:
        return
    value = str(int(tens.value) + int(ones.value))
    tokens[-3:] = [Token(tens.start, ones.end, ones.symbol, value)]

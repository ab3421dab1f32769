"""Patterns over token classes, read from data/rules/date_rules*.toml and run in levels.

At each place the longest match wins, then the rule listed first. What a level finds is one
token for the next. pattern_syntax.py says how a pattern is written.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dashboard.errors import RuleError
from dashboard.extract.dates.expressions import NoDate, Range
from dashboard.extract.dates.lexer import DEFAULT, Token, lexicon, table
from dashboard.extract.dates.parts import Parts
from dashboard.extract.dates.pattern_syntax import to_prefix, to_regex
from dashboard.extract.dates.readings import CLASSES, READINGS, class_of
from dashboard.rules import made_of_rules, read_toml

LEVELS = (1, 2, 3)
"""What level 2 looks at needs one mention found before, and a range of level 3 two."""

LOOK = 3
"""Tokens looked at to choose the rules that are tried at a place."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the rule file, ready to run."""

    id: str
    level: int
    order: int
    names: tuple[tuple[str, int], ...]
    regex: re.Pattern[str]
    read: Callable[[Parts], Any]
    example: str
    value: str
    counter: str


_Match = tuple[Rule, re.Match[str]]


class Found(NamedTuple):
    """What a rule made of some tokens: the value carried by a mention's token."""

    expression: Any
    rule: str
    parts: tuple[Token, ...]


@made_of_rules
@cache
def symbols(language: str = DEFAULT) -> dict[str, str]:
    """Return every class and group of a language with the characters that stand for it."""
    symbols = dict(lexicon(language).symbols)
    rows = read_toml(table("date_rules", language))
    for name in CLASSES:
        symbols[name] = chr(0xE000 + len(symbols))
    for name, members in rows["groups"].items():
        unknown = [m for m in str(members).split() if m not in symbols]
        if unknown or not members:
            raise RuleError(
                f"{table('date_rules', language)}.toml, group {name}: "
                f"{', '.join(unknown) or 'a class'} is missing or unknown",
                "Name classes, or groups that stand before it.",
            )
        symbols[name] = "".join(symbols[m] for m in members.split())
    return symbols


@made_of_rules
@cache
def rules(language: str = DEFAULT) -> tuple[Rule, ...]:
    """Load all rules; raise RuleError for one that cannot run or lacks an example."""
    rows = read_toml(table("date_rules", language))["rule"]
    loaded = tuple(_rule(order, row, language) for order, row in enumerate(rows))
    if len({r.id for r in loaded}) < len(loaded):
        file = table("date_rules", language)
        raise RuleError(f"{file}.toml: two rules have the same id", "Rename one of them.")
    return loaded


def _rule(order: int, row: dict[str, Any], language: str = DEFAULT) -> Rule:
    try:
        if row.get("level", 1) not in LEVELS:
            raise KeyError("level")
        regex, names = to_regex(row["pattern"], symbols(language))
        marks = set(regex.groupindex.values())
        groups = (n for n in range(1, regex.groups + 1) if n not in marks)
        numbered = tuple(zip(names, groups, strict=True))
        return Rule(
            row["id"], row.get("level", 1), order, numbered, regex, READINGS[row["reading"]],
            row["example"], row["value"], row["counter"],
        )  # fmt: skip
    except (KeyError, TypeError, re.error) as error:
        place = row.get("where", f"{table('date_rules', language)}.toml")
        raise RuleError(
            f"{place}, rule {row.get('id', order)}: {error} is missing or unknown",
            "Give id, pattern, reading, example, value and counter; see the head of the file.",
        ) from None


@made_of_rules
@cache
def _prefixes(language: str, level: int) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Pair the rules of a level with a pattern for what a match can begin with."""
    return tuple((r, to_prefix(r.regex)) for r in rules(language) if r.level == level)


@made_of_rules
@cache
def _spots(language: str, level: int) -> re.Pattern[str]:
    """Compile the symbols with which a match of a level can begin."""
    single = {s for s in symbols(language).values() if len(s) == 1}
    return re.compile(f"[{''.join(s for s in sorted(single) if _beginning(language, level, s))}]")


@made_of_rules
@lru_cache(maxsize=1 << 15)
def _starters(language: str, level: int, begins: str) -> tuple[Rule, ...]:
    """List the rules of a level that can match a line with such a beginning."""
    pairs = _beginning(language, level, begins[0])
    return tuple(rule for rule, prefix in pairs if prefix.match(begins))


@made_of_rules
@cache
def _beginning(language: str, level: int, symbol: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple(pair for pair in _prefixes(language, level) if pair[1].match(symbol))


def find_in(tokens: list[Token], text: str, language: str = DEFAULT) -> list[Token]:
    """Run all levels over the tokens of one window; found mentions carry a Found."""
    found = _run(tokens, text, language)
    return [t for t in found if not isinstance(t.value.expression, NoDate)]


def fired(tokens: list[Token], text: str, language: str = DEFAULT) -> list[str]:
    """List the rules that hold the field in the end, those that say "no date" included."""
    return [t.value.rule for t in _run(tokens, text, language)]


def _run(tokens: list[Token], text: str, language: str) -> list[Token]:
    found: list[Token] = []
    for level in LEVELS:
        if level > 1 and len(found) < level - 1:
            break
        tokens = _replaced(tokens, level, text, language)
        found = [t for t in tokens if isinstance(t.value, Found)]
    return found


def _replaced(tokens: list[Token], level: int, text: str, language: str) -> list[Token]:
    """Return the tokens of a level, each run that a rule takes as one token."""
    line = "".join([t.symbol for t in tokens])
    spots, size = _spots(language, level), len(line)
    done: list[Token] = []
    waiting: dict[int, list[_Match]] = {}
    index = copied = 0
    while True:
        spot = spots.search(line, index)
        index = spot.start() if spot else size
        if waiting:
            index = min(index, min(waiting))
        if index == size:
            break
        for rule in _starters(language, level, line[index : index + LOOK]):
            match = rule.regex.match(line, index)
            if match:
                waiting.setdefault(match.start("begin"), []).append((rule, match))
        matches = waiting.pop(index, None)
        found = _best(matches, tokens, text, language) if matches else None
        if found is None:
            index += 1
            continue
        done += tokens[copied:index]
        done.append(found[1])
        index = copied = found[0]
        waiting = {at: later for at, later in waiting.items() if at >= index}
    return done + tokens[copied:]


def _best(
    matches: Iterable[_Match], tokens: list[Token], text: str, language: str
) -> tuple[int, Token] | None:
    """Return where the best of the matches finishes, and the token it makes."""
    ranked = sorted(matches, key=lambda rm: (-rm[1].start("finish"), rm[0].order))
    for rule, match in ranked:
        begin, finish = match.start("begin"), match.start("finish")
        expression = rule.read(_parts(rule, match, tokens, text))
        if expression is None:
            continue
        inner = _inner(expression, rule, tokens[begin:finish], symbols(language)["JOINT"])
        symbol = symbols(language)[class_of(expression)]
        made = Found(expression, rule.id, inner)
        return finish, Token(tokens[begin].start, tokens[finish - 1].end, symbol, made)
    return None


def _inner(expression: Any, rule: Rule, tokens: list[Token], joints: str) -> tuple[Token, ...]:
    """Return the mentions of which one is made; a range of bare words is split at its joint."""
    inner = tuple(t for t in tokens if isinstance(t.value, Found))
    if not isinstance(expression, Range):
        return inner
    joined: list[Found] = [t.value for t in inner if isinstance(t.value.expression, Range)]
    if joined:
        return joined[0].parts
    if len(inner) == 2:
        ends = zip(inner, (expression.start, expression.end), strict=True)
        return tuple(t._replace(value=t.value._replace(expression=end)) for t, end in ends)
    at = next((i for i, t in enumerate(tokens) if t.symbol in joints), None)
    if at is None:
        return ()
    halves = ((tokens[:at], expression.start), (tokens[at + 1 :], expression.end))
    return tuple(
        Token(half[0].start, half[-1].end, half[0].symbol, Found(end, rule.id, ()))
        for half, end in halves
    )


def _parts(rule: Rule, match: re.Match[str], tokens: list[Token], text: str) -> Parts:
    found: dict[str, list[Token]] = {}
    places = match.regs
    for name, number in rule.names:
        place = places[number][0]
        if place >= 0:
            found.setdefault(name, []).append(tokens[place])
    return Parts(found, text)

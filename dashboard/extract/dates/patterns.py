"""Patterns over token classes, read from data/rules/date_rules.toml and run in levels.

At each place the longest match wins, then the rule listed first. What a level finds is one
token for the next. pattern_syntax.py says how a pattern is written.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dashboard.errors import RuleError
from dashboard.extract.dates.expressions import NoDate, Range
from dashboard.extract.dates.lexer import Token, lexicon
from dashboard.extract.dates.parts import Parts
from dashboard.extract.dates.pattern_syntax import first_symbols, to_regex
from dashboard.extract.dates.readings import READINGS, class_of
from dashboard.rules import read_toml

LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the rule file, ready to run."""

    id: str
    level: int
    order: int
    names: tuple[str, ...]
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


@cache
def symbols() -> dict[str, str]:
    """Return every class and group with the characters that stand for it."""
    table = dict(lexicon().symbols)
    for name in read_toml("date_rules")["mention_classes"]:
        table[name] = chr(0xE000 + len(table))
    for name, members in read_toml("date_rules")["groups"].items():
        table[name] = "".join(table[m] for m in members.split())
    return table


@cache
def rules() -> tuple[Rule, ...]:
    """Load all rules; raise RuleError for one that cannot run or lacks an example."""
    rows = read_toml("date_rules")["rule"]
    loaded = tuple(_rule(order, row) for order, row in enumerate(rows))
    if len({r.id for r in loaded}) < len(loaded):
        raise RuleError("date_rules.toml: two rules have the same id", "Rename one of them.")
    return loaded


def _rule(order: int, row: dict[str, Any]) -> Rule:
    try:
        regex, names = to_regex(row["pattern"], symbols())
        return Rule(
            row["id"], row.get("level", 1), order, names, regex, READINGS[row["reading"]],
            row["example"], row["value"], row["counter"],
        )  # fmt: skip
    except (KeyError, re.error) as error:
        raise RuleError(
            f"date_rules.toml, rule {row.get('id', order)}: {error} is missing or unknown",
            "Give id, pattern, reading, example, value and counter; see the head of the file.",
        ) from None


@cache
def _starters(level: int) -> dict[str, tuple[Rule, ...]]:
    """List, for each symbol, the rules of a level that can begin with it."""
    table: dict[str, list[Rule]] = {}
    for rule in rules():
        if rule.level == level:
            for symbol in first_symbols(rule.regex.pattern):
                table.setdefault(symbol, []).append(rule)
    return {symbol: tuple(found) for symbol, found in table.items()}


def find_in(tokens: list[Token], text: str) -> list[Token]:
    """Run all levels over the tokens of one window; found mentions carry a Found."""
    return [t for t in _run(tokens, text) if not isinstance(t.value.expression, NoDate)]


def fired(tokens: list[Token], text: str) -> list[str]:
    """List the rules that hold the field in the end, those that say "no date" included."""
    return [t.value.rule for t in _run(tokens, text)]


def _run(tokens: list[Token], text: str) -> list[Token]:
    for level in LEVELS:
        tokens = list(_replaced(tokens, level, text))
        if level == 1 and not any(isinstance(t.value, Found) for t in tokens):
            return []
    return [t for t in tokens if isinstance(t.value, Found)]


def _replaced(tokens: list[Token], level: int, text: str) -> Iterator[Token]:
    """Yield the tokens of a level, each run that a rule takes as one token."""
    line = "".join(t.symbol for t in tokens)
    starters = _starters(level)
    waiting: dict[int, list[_Match]] = {}
    index = start = 0
    while index < len(tokens):
        for rule in starters.get(line[index], ()):
            match = rule.regex.match(line, index)
            if match:
                waiting.setdefault(match.start("begin"), []).append((rule, match))
        found = _best(waiting.pop(index), tokens, text) if index in waiting else None
        if found is None:
            index += 1
            continue
        yield from tokens[start:index]
        yield found[1]
        index = start = found[0]
    yield from tokens[start:]


def _best(matches: Iterable[_Match], tokens: list[Token], text: str) -> tuple[int, Token] | None:
    """Return where the best of the matches finishes, and the token it makes."""
    ranked = sorted(matches, key=lambda rm: (-rm[1].start("finish"), rm[0].order))
    for rule, match in ranked:
        begin, finish = match.start("begin"), match.start("finish")
        expression = rule.read(_parts(rule, match, tokens, text))
        if expression is None:
            continue
        inner = _inner(expression, rule, tokens[begin:finish])
        symbol = symbols()[class_of(expression)]
        made = Found(expression, rule.id, inner)
        return finish, Token(tokens[begin].start, tokens[finish - 1].end, symbol, made)
    return None


def _inner(expression: Any, rule: Rule, tokens: list[Token]) -> tuple[Token, ...]:
    """Return the mentions of which one is made; a range of bare words is split at its joint."""
    inner = tuple(t for t in tokens if isinstance(t.value, Found))
    if not isinstance(expression, Range):
        return inner
    if len(inner) == 2:
        ends = zip(inner, (expression.start, expression.end), strict=True)
        return tuple(t._replace(value=t.value._replace(expression=end)) for t, end in ends)
    at = next(i for i, t in enumerate(tokens) if t.symbol in symbols()["JOINT"])
    halves = ((tokens[:at], expression.start), (tokens[at + 1 :], expression.end))
    return tuple(
        Token(half[0].start, half[-1].end, half[0].symbol, Found(end, rule.id, ()))
        for half, end in halves
    )


def _parts(rule: Rule, match: re.Match[str], tokens: list[Token], text: str) -> Parts:
    groups = match.re.groupindex
    marks = set(groups.values())
    numbered = [n for n in range(1, match.re.groups + 1) if n not in marks]
    found: dict[str, list[Token]] = {}
    for name, number in zip(rule.names, numbered, strict=True):
        if match.start(number) >= 0:
            found.setdefault(name, []).append(tokens[match.start(number)])
    return Parts(found, text)

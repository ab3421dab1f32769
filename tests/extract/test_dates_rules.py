"""The date rules keep their own promises: example, counter-example, and refusal of bad rows."""

from itertools import product

import pytest

from dashboard.errors import RuleError
from dashboard.extract.dates import check_examples, examples, patterns
from dashboard.extract.dates.pattern_syntax import to_prefix, to_regex

SYMBOLS = {"A": "a", "B": "b", "C": "c", "AB": "ab"}


RULES = [(language, rule) for language in ("en", "uk") for rule in patterns.rules(language)]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda x: getattr(x, "id", x))
def test_rule_finds_its_example_and_not_its_counter_example(language, rule):
    """Every rule reads its example as it says, and finds nothing in its counter-example."""
    assert examples.check_rule(rule, language) == []


def test_check_examples_reports_a_rule_that_fails(monkeypatch):
    """A rule whose example no longer holds is reported by name."""
    rule = patterns.rules()[0]
    broken = type(rule)(
        rule.id, rule.level, rule.order, rule.names, rule.regex, rule.read,
        "It began on [4 October 2022].", "2022-10-05", rule.counter,
    )  # fmt: skip
    monkeypatch.setattr(examples, "rules", lambda language: (broken,))
    assert [said.split(":")[0] for said in check_examples()] == [f"rule {rule.id}"]


def test_each_class_has_a_symbol_of_its_own():
    """Two classes with one symbol would be taken for each other."""
    groups = patterns.read_toml("date_rules")["groups"]
    single = [symbol for name, symbol in patterns.symbols().items() if name not in groups]
    assert len(set(single)) == len(single)
    assert all(len(symbol) == 1 for symbol in single)


@pytest.mark.parametrize("missing", ["id", "pattern", "reading", "example", "value", "counter"])
def test_rule_without_a_field_is_refused(missing):
    """A rule that lacks a field stops the run with the file, the rule and the field."""
    row = {
        "id": "x", "pattern": "YEAR", "reading": "year", "example": "", "value": "", "counter": "",
    }  # fmt: skip
    del row[missing]
    with pytest.raises(RuleError, match=rf"date_rules.toml.*{missing}"):
        patterns._rule(7, row)


def test_rule_with_an_unknown_class_is_refused():
    """A pattern may only name classes and groups that exist."""
    row = {
        "id": "x", "pattern": "YEER", "reading": "year", "example": "", "value": "", "counter": "",
    }  # fmt: skip
    with pytest.raises(RuleError, match="YEER"):
        patterns._rule(0, row)


@pytest.mark.parametrize(
    ("pattern", "line", "matched"),
    [
        ("A B? C", "ac", "ac"),
        ("A B? C", "abc", "abc"),
        ("A|B C", "bc", "bc"),
        ("(A B | C)", "c", "c"),
        ("(A B | C)", "ab", "ab"),
        ("A < B > C", "abc", "b"),
        ("AB AB", "ba", "ba"),
        ("A B", "ba", None),
    ],
)
def test_pattern_matches_runs_of_classes(pattern, line, matched):
    """A pattern means the runs it spells; what stands outside < > is only looked at."""
    regex, _ = to_regex(pattern, SYMBOLS)
    match = regex.match(line)
    assert (match and line[match.start("begin") : match.start("finish")]) == matched


@pytest.mark.parametrize("pattern", ["A B", "A? B", "(A | B)? C", "(A? B | C) A", "A|C < B >"])
def test_prefix_lets_every_beginning_of_a_match_through(pattern):
    """Rules are tried only where their prefix fits, so it must fit whatever the rule matches."""
    regex, _ = to_regex(pattern, SYMBOLS)
    prefix = to_prefix(regex)
    lines = ["".join(line) for size in (1, 2, 3) for line in product("abc", repeat=size)]
    matched = [line for line in lines if regex.match(line)]
    assert matched
    for line in matched:
        assert all(prefix.match(line[:size]) for size in range(1, len(line) + 1))
    assert not all(prefix.match(line) for line in lines)

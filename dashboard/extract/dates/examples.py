"""Checks each rule of a language against its own example and counter-example."""

import re

from dashboard.extract.dates.lexer import DEFAULT
from dashboard.extract.dates.patterns import Rule, rules

PUBLISHED = "2022-10-11"
"""The Tuesday on which all examples are published."""


def check_examples(language: str = DEFAULT) -> list[str]:
    """Return one sentence for each example or counter-example that fails."""
    return [failure for rule in rules(language) for failure in check_rule(rule, language)]


def check_rule(rule: Rule, language: str = DEFAULT) -> list[str]:
    """Return what is wrong with one rule's example and counter-example."""
    if not rule.example or not rule.counter:
        return [f"rule {rule.id} has no example or no counter-example"]
    if rule.value and not re.search(r"\[.+\]", rule.example):
        return [f"rule {rule.id}: no words of its example stand in [ ]"]
    return [said for said in (_example(rule, language), _counter(rule, language)) if said]


def _example(rule: Rule, language: str) -> str:
    from dashboard.extract.dates import find_dates

    text = rule.example.replace("[", "").replace("]", "")
    found = find_dates(text, PUBLISHED, language)
    if not rule.value:
        names = [f.text for f in found]
        return f"rule {rule.id}: {names} found in {text!r}, expected no date" if names else ""
    wanted = (rule.example[rule.example.index("[") + 1 : rule.example.index("]")], rule.value)
    got = [(f.text, f.value) for f in found if f.rule == rule.id]
    said = [(f.text, f.value, f.rule) for f in found]
    return "" if wanted in got else f"rule {rule.id}: {said} in {text!r}, expected {wanted}"


def _counter(rule: Rule, language: str) -> str:
    fired = [m for m in _everything(rule.counter, language) if m == rule.id]
    return f"rule {rule.id} finds something in {rule.counter!r}" if fired else ""


def _everything(text: str, language: str) -> list[str]:
    """List the rules that fired in a text, those that say "no date" included."""
    from dashboard.extract.dates.lexer import find_windows, read_tokens
    from dashboard.extract.dates.patterns import fired

    return [
        rule
        for first, last in find_windows(text, language)
        for rule in fired(read_tokens(text, first, last, language), text, language)
    ]

"""The extraction keeps what it reached on cases of our own that were marked by hand."""

import tomllib
from collections.abc import Callable, Iterator

import pytest
from gold_measures import GOLD, Case, accepted, articles, measure, place, sentences, told

from dashboard.changes import change_lines, compare_readings, tally_words

FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
CASES: dict[str, Callable[[], Iterator[Case]]] = {"sentences": sentences, "articles": articles}


@pytest.mark.parametrize("name", sorted(CASES))
def test_measures_stay_at_or_above_their_floors(name: str) -> None:
    """Precision, recall and share of false dates hold; what fails is printed case by case."""
    score = measure(CASES[name]())
    reached, floors = score.shares(), FLOORS[name]
    short = {
        k: (round(reached[k], 3), v)
        for k, v in floors.items()
        if (reached[k] > v if k == "false" else reached[k] < v)
    }
    assert not short, "\n".join([f"{name}: {short}", *score.errors, *changed()])


def test_a_change_of_rules_shows_the_reports_it_gains_and_loses() -> None:
    """The articles give what they gave when it was last accepted; what differs is printed."""
    assert not changed(), "\n".join(changed())


def changed() -> list[str]:
    """Return the reports of the articles that are gained, lost or changed since accepted."""
    found = compare_readings(accepted(), told())
    if not found:
        return []
    how = "Read them; if they are right: python -m tests.gold_measures"
    return [f"articles: {tally_words(found)}. {how}", *change_lines(found)]


def test_there_are_enough_cases_and_no_case_twice() -> None:
    """At least 150 sentences, all different, and twelve articles in six styles."""
    texts = [case.text for case in sentences()]
    assert len(texts) >= 150
    assert len(set(texts)) == len(texts)
    assert len(list(articles())) == 12


@pytest.mark.parametrize("case", [*sentences(), *articles()], ids=lambda case: case.name)
def test_marked_words_stand_in_the_text(case: Case) -> None:
    """Every marked event points at words of its text."""
    for event in case.events:
        words = place(case, event)
        assert case.text[words.start : words.end] == event["words"]

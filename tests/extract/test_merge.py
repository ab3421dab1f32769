"""Joining reports of different articles that tell of the same happening."""

import pytest

from dashboard.extract import extract_reports
from dashboard.model import Article

PUBLISHED = "2021-03-10"  # a Wednesday


def events_of(*texts: str) -> list[set[str]]:
    """Return the events that several articles tell of, each as the set of its files."""
    articles = [Article(f"{n}.txt", text, published_on=PUBLISHED) for n, text in enumerate(texts)]
    groups: dict[str, set[str]] = {}
    for report in extract_reports(articles):
        groups.setdefault(report.event_id, set()).add(report.article.file)
    return sorted(groups.values(), key=sorted)


JOINED = [
    # the same person, sort of act and day, in other words
    (
        "President Ana Costa signed a grain treaty with Norway on Monday.",
        "On 8 March, Ana Costa signed a treaty on grain with Norway.",
    ),
    # a vague day and an exact one that fits it
    (
        "President Ana Costa signed a grain treaty with Norway earlier this week.",
        "Yesterday, Ana Costa signed a treaty on grain with Norway.",
    ),
    # another spelling of the name
    (
        "President Oleksandr Moroz approved a border force with Poland on Monday.",
        "President Alexander Moroz approved the border force with Poland on Monday.",
    ),
    # an attack named by a noun, on the same country on the same day
    (
        "The council met after the bombing of a port in Norway on Monday.",
        "After the bombing of the port in Norway on 8 March, ships left.",
    ),
    # a sentence that one article prints after the other, nobody and no place named
    (
        "The station was hit by an explosion shortly before noon on Monday. Gates were shut.",
        "The station was hit by an explosion shortly before noon on Monday.",
    ),
]


@pytest.mark.parametrize(("one", "other"), JOINED)
def test_reports_of_one_happening_are_one_event(one: str, other: str) -> None:
    """Compatible days, a shared actor or place and alike words make one event."""
    assert {"0.txt", "1.txt"} in events_of(one, other)


APART = [
    # the same words of another day: each article counts from its own Monday
    (
        "The station was hit by an explosion shortly before noon on Monday.",
        "The station was hit by an explosion shortly before noon on Friday.",
    ),
    # another day
    (
        "President Ana Costa signed a grain treaty with Norway on Monday.",
        "President Ana Costa signed a grain treaty with Norway on Friday.",
    ),
    # another actor
    (
        "President Ana Costa signed a grain treaty with Norway on Monday.",
        "President Bo Lind signed a grain treaty with Norway on Monday.",
    ),
    # another act of the same person on the same day
    (
        "President Ana Costa signed a grain treaty with Norway on Monday.",
        "President Ana Costa opened a school in Lima on Monday.",
    ),
    # a plan and its fulfilment are told apart
    (
        "President Ana Costa will sign a grain treaty with Norway on Friday.",
        "President Ana Costa signed a grain treaty with Norway on Monday.",
    ),
    # a whole year joins nothing
    (
        "President Ana Costa signed a grain treaty with Norway in 2019.",
        "President Ana Costa signed a grain treaty with Norway on 4 May 2019.",
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    """A wrong joint is worse than a missed one."""
    assert {"0.txt", "1.txt"} not in events_of(one, other)


def test_each_joint_has_its_reason() -> None:
    """The report that was joined says with what and why; the first one of the event does not."""
    articles = [
        Article("a.txt", JOINED[0][0], published_on=PUBLISHED),
        Article("b.txt", JOINED[0][1], published_on=PUBLISHED),
    ]
    first, second = extract_reports(articles)
    assert first.event_id == second.event_id == first.report_id
    assert not first.merge_steps
    assert "Ana Costa" in second.merge_steps[0].reason


def test_the_order_of_the_articles_does_not_matter() -> None:
    """The same articles give the same events however they come in."""
    articles = [Article(f"{n}.txt", t, published_on=PUBLISHED) for n, t in enumerate(JOINED[0])]
    forward = {(r.report_id, r.event_id) for r in extract_reports(articles)}
    backward = {(r.report_id, r.event_id) for r in extract_reports(articles[::-1])}
    assert forward == backward


def test_one_person_has_one_spelling_once_an_event_shows_both() -> None:
    """The first spelling names the person everywhere; the quote keeps the words as written."""
    texts = (
        "President Oleksandr Moroz approved a border force with Poland on Monday.",
        "President Alexander Moroz approved the border force with Poland on Monday.",
    )
    articles = [Article(f"{n}.txt", t, published_on=PUBLISHED) for n, t in enumerate(texts)]
    one, other = extract_reports(articles)
    assert one.actors == other.actors == ("Oleksandr Moroz",)
    assert "Alexander Moroz" in other.quote.exact

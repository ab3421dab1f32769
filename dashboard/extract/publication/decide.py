"""Decides when an undated article came out, or says what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard import edtf
from dashboard.extract.publication.facts import Facts, Stamp, gather_facts
from dashboard.extract.publication.years import (
    Pinned,
    Together,
    fitting,
    gather,
    most_likely,
    same_day_in_full,
    window,
)
from dashboard.model import Article, Step

REACH = timedelta(31)
"""How far from a day of the news other days without a year are taken to be of the same news."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """When an article came out, as far as its words and other articles tell.

    date is EDTF: a day; a day from which on it came out ("2022-10-10/.."), where only the
    year of days it names is settled; or empty where it stays open. days are those named days
    in full, and within reach of them other days without a year are of the same news.
    alternatives are the days that are left, and missing says which fact would settle it.
    """

    date: str
    reasons: tuple[Step, ...] = ()
    alternatives: tuple[str, ...] = ()
    missing: str = ""
    days: tuple[str, ...] = ()
    reach: int = 0

    @property
    def is_day(self) -> bool:
        """Say whether the publication day itself is inferred."""
        return edtf.is_day(self.date)


def infer_publication(articles: Iterable[Article]) -> dict[str, Inferred]:
    """Return what can be inferred for each article without a publication day, by its file.

    Tried in order: a stamp or dateline in full; "yesterday (10 October 2022)"; a day without
    a year that stands in full elsewhere in the article, or in a like sentence of another;
    weekdays beside days, and 29 February, within the years that the article or dated ones
    read with it allow; weekday words of several articles together. Articles whose day is
    declared are used and never changed.

    >>> undated = Article("a.txt", "Updated on 10 March 2021\\n\\nOslo signed the pact on Monday.")
    >>> infer_publication([undated])["a.txt"].date
    '2021-03-10'
    """
    given = tuple(articles)
    if all(article.published_on for article in given):
        return {}
    together = [gather_facts(article) for article in given]
    undated = [facts for facts in together if not facts.article.published_on]
    known = gather(together)
    found = {facts.article.file: _decide(facts, known) for facts in undated}
    return _by_weekdays(undated, known, found)


def _decide(facts: Facts, together: Together) -> Inferred:
    stamped = _by_stamp(facts)
    if stamped:
        return stamped
    pins = [p for p in same_day_in_full(facts, together) if p.days]
    if not pins:
        fit = fitting(facts, window(facts, together))
        pins = [fit] if fit and (fit.recent or len(fit.days) != 1) else []
    return _by_pins(facts, pins)


def _by_stamp(facts: Facts) -> Inferred | None:
    """Take the day that the article gives itself in full; published goes before updated."""
    full = [s for s in facts.stamps if s.day.year and s.day.of(s.day.year)]
    best = [s for s in full if s.kind == "published"] or full
    days = {_stamp_day(s, s.day.year) for s in best}
    if not days:
        return None
    reasons = tuple(_stamp_step(s) for s in best)
    if len(days) == 1:
        return Inferred(_iso(days)[0], reasons)
    return Inferred("", reasons, _iso(days), "Which of its dates is the publication day.")


def _stamp_day(stamp: Stamp, year: int) -> date | None:
    day = stamp.day.of(year)
    return day + timedelta(stamp.add) if day else None


def _stamp_step(stamp: Stamp) -> Step:
    said = {"updated": "was last changed then", "published": "came out then"}[stamp.kind]
    if stamp.rule == "today_named":
        said = "names the day it counts from"
    return Step(stamp.rule, stamp.words, f"By “{stamp.words}” the article {said}.", stamp.day.span)


def _iso(days: Iterable[date | None]) -> tuple[str, ...]:
    return tuple(sorted(day.isoformat() for day in days if day))


def _by_pins(facts: Facts, pins: Sequence[Pinned]) -> Inferred:
    """Take the year that all evidence agrees on; with a stamp without a year it gives the day."""
    steps = tuple(dict.fromkeys(pin.step for pin in pins))
    news = [pin for pin in pins if pin.recent]
    left = [set(pin.days) for pin in pins]
    if not pins or any(len(days) != 1 for days in left) or _clash(news):
        every = set().union(*left)
        return Inferred("", steps, _iso(every) if len(every) > 1 else (), _missing(facts))
    days = {day for pin in pins for day in pin.days}
    if news:
        latest = max(day for pin in news for day in pin.days)
        for stamp in facts.stamps:
            for year in (latest.year, latest.year + 1):
                day = _stamp_day(stamp, year)
                if not stamp.day.year and day and timedelta(0) <= day - latest <= REACH:
                    return Inferred(day.isoformat(), (_stamp_step(stamp), *steps))
    missing = "On which day after it the article came out."
    reach = REACH.days if news else 0
    return Inferred(f"{max(days)}/..", steps, (), missing, _iso(days), reach)


def _clash(news: Sequence[Pinned]) -> bool:
    """Say whether days of the news lie in different years, more than a season apart."""
    days = sorted(day for pin in news for day in pin.days)
    return bool(days) and days[-1] - days[0] > 3 * REACH


def _missing(facts: Facts) -> str:
    """Say which fact would settle the day."""
    open_days = [day for day in facts.days if not day.year]
    if not open_days:
        return "Its publication day, or any day that it names in full."
    if all(day.weekday == 0 for day in open_days):
        return f"The year of “{open_days[0].words}”, or its weekday."
    return f"The year of “{open_days[0].words}”, or any year that the article is sure to follow."


def _by_weekdays(
    undated: Sequence[Facts], together: Together, found: dict[str, Inferred]
) -> dict[str, Inferred]:
    """Let weekday words decide for articles whose day is known but for the year."""
    group = [
        (facts, stamp.day, stamp.add)
        for facts in undated
        for stamp in facts.stamps[:1]
        if not found[facts.article.file].date and not stamp.day.year
    ]
    if not group:
        return found
    spans = [years for facts, _, _ in group if (years := window(facts, together, len(group)))]
    years = range(max(s[0] for s in spans), max(s[-1] for s in spans) + 1) if spans else range(0)
    likely = most_likely(group, years)
    if likely is None:
        return found
    year, step = likely
    for facts, _, _ in group:
        stamp = facts.stamps[0]
        day = _stamp_day(stamp, year)
        if day and all(d.fits(year) for d in facts.days if not d.year and d.weekday):
            found[facts.article.file] = Inferred(day.isoformat(), (_stamp_step(stamp), step))
    return found

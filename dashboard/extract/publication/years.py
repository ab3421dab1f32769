"""Weighs which year an article can be of: hard constraints first, weekday words last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from dashboard import edtf
from dashboard.extract.dates import find_dates
from dashboard.extract.likeness import common_share, content_words
from dashboard.extract.publication.facts import Day, Facts
from dashboard.model import Span, Step

AHEAD = 5
"""Years after the last one named in which an article is looked for."""

MOST = 200
"""Places at most where a day in full is compared with one without its year."""

MANY = 30
"""Years over which the alternatives are listed where nothing bounds them."""

_NEAR = 2
_WIDEST = 8
_ALIKE = 0.5
_SHARED = 4
_SAME, _BEFORE = 0.56, 0.22
"""How often a bare weekday is the day of publication, and how often the day before."""

_CLEAR = log(50)
_FEWEST = 3
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Pinned:
    """A day whose year is settled, or the days that are left, with the reason.

    recent says that the day is part of the news, so that others close to it are of its year.
    """

    days: tuple[date, ...]
    step: Step
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """What articles read together say: the declared years, the last year named, days in full.

    days maps month and day to every place where an article names it with its year.
    """

    size: int
    declared: tuple[int, int] | None
    latest: int
    days: Mapping[tuple[int, int], Sequence[tuple[Facts, Span, date]]]


def gather(together: Sequence[Facts]) -> Together:
    """Index once what all articles say."""
    declared = [f.article.published_on for f in together if f.article.published_on]
    years = [d.year for text in declared for d in (edtf.earliest(text), edtf.latest(text)) if d]
    days: dict[tuple[int, int], list[tuple[Facts, Span, date]]] = {}
    for facts in together:
        for span, day in _full_days(facts):
            days.setdefault((day.month, day.day), []).append((facts, span, day))
    latest = max((f.latest for f in together), default=0)
    return Together(len(together), (min(years), max(years)) if years else None, latest, days)


def _full_days(facts: Facts) -> list[tuple[Span, date]]:
    article = facts.article
    if not article.published_on:
        return [(d.span, full) for d in facts.days if d.year and (full := d.of(d.year))]
    found = find_dates(
        article.text,
        article.published_on,
        article.language,
        narrative=article.narrative,
        day_first=article.day_first,
    )
    days = ((e.span, edtf.earliest(e.date)) for e in found if edtf.is_day(e.date))
    return [(span, day) for span, day in days if day]


def window(facts: Facts, together: Together, fewest: int = _ENOUGH) -> range:
    """Return the years an article may be of: those of dated articles read with it, and near them.

    Without any it reaches five years on from the last year that at least so many articles
    name; empty where nothing bounds it. One article's own years do not: it may name only old
    ones.
    """
    if together.declared:
        first, last = together.declared
        found = range(max(first - _NEAR, facts.latest), last + _NEAR + 1)
        return found if len(found) <= _WIDEST else range(0)
    low = together.latest if together.size >= fewest else 0
    return range(low, low + AHEAD + 1) if low else range(0)


def same_day_in_full(facts: Facts, together: Together) -> Iterable[Pinned]:
    """Find days without a year that the article, or a like sentence of another, names in full.

    A day that is named several times is looked up once, at its first mention.
    """
    seen = set()
    for day in facts.days:
        key = day.month, day.day
        if day.year or key in seen:
            continue
        seen.add(key)
        places = together.days.get(key, ())
        own = {full.year for other, _, full in places if other is facts}
        for year in sorted(own):
            reason = f"The article itself names {_said(day, year)} in full."
            yield _pinned(day, year, "same_day_in_full", reason, False)
        if not own:
            yield from _told_alike(facts, day, places[:MOST])


def _said(day: Day, year: int) -> str:
    full = day.of(year)
    return edtf.in_words(full.isoformat(), weekday=False) if full else day.words


def _told_alike(
    facts: Facts, day: Day, places: Sequence[tuple[Facts, Span, date]]
) -> Iterable[Pinned]:
    """Find the day in full in a sentence of another article that tells much the same."""
    here = sentence_at(facts.article.text, day.span)
    for other, span, full in places:
        there = sentence_at(other.article.text, span)
        shared = content_words(here) & content_words(there)
        if len(shared) >= _SHARED and common_share(here, there) >= _ALIKE:
            name = other.article.publisher or other.article.file
            reason = f"{name} tells the same of {edtf.in_words(full.isoformat())}."
            yield _pinned(day, full.year, "same_day_elsewhere", reason, True)


def _pinned(day: Day, year: int, rule: str, reason: str, recent: bool) -> Pinned:
    found = day.of(year)
    step = Step(rule, day.words, reason, day.span)
    return Pinned((found,) if found else (), step, recent)


def sentence_at(text: str, span: Span) -> str:
    """Return about the sentence in which a span lies, at most 300 characters on each side."""
    before, after = text[max(0, span.start - 300) : span.start], text[span.end : span.end + 300]
    starts = [before.rfind(mark) for mark in (". ", "? ", "! ", "\n")]
    ends = [at for mark in (". ", "? ", "! ", "\n") if (at := after.find(mark)) >= 0]
    return before[max(starts) + 1 :] + text[span.start : span.end] + after[: min(ends, default=300)]


def fitting(facts: Facts, years: range) -> Pinned | None:
    """Return the days that the article's weekdays beside days, and 29 February, leave.

    Days a quarter of a year or more from the first such day may be of another year and are
    left out; None where there is no such day. Where nothing bounds the years, those from the
    last one named are tried.
    """
    telling = [d for d in facts.days if not d.year and (d.weekday or (d.month, d.day) == (2, 29))]
    if not telling:
        return None
    first = telling[0]
    close = [d for d in telling if abs(d.month * 31 + d.day - first.month * 31 - first.day) < 92]
    words = "; ".join(dict.fromkeys(day.words for day in close))
    tried = years or (range(facts.latest, facts.latest + MANY) if facts.latest else range(0))
    left = [y for y in tried if all(day.fits(y) for day in close)]
    said = f"“{words}” fits one year in six or so."
    if tried:
        fits = ", ".join(map(str, left)) or "no year"
        said = f"“{words}” fits {fits} of the years {tried[0]} to {tried[-1]}."
    days = tuple(found for y in left if (found := first.of(y)))
    return Pinned(days, Step("weekday_of_day", words, said, first.span), bool(years))


def most_likely(group: Sequence[tuple[Facts, Day, int]], years: range) -> tuple[int, Step] | None:
    """Return the year in which the weekday words of several articles fit their days best.

    Each article comes with its day without a year and the days to add to it. None where
    they are fewer than three, or where no year leads by fifty to one.
    """
    telling = [one for one in group if one[0].weekdays]
    if len(telling) < _FEWEST or len(years) < 2:
        return None
    ranked = sorted(((_fit(telling, year), year) for year in years), reverse=True)
    if ranked[0][0] - ranked[1][0] < _CLEAR:
        return None
    year = ranked[0][1]
    reason = (
        f"Weekday words of {len(telling)} articles read together fit {year} best by far of "
        f"{years[0]} to {years[-1]}."
    )
    return year, Step("weekday_words", "", reason)


def _fit(group: Sequence[tuple[Facts, Day, int]], year: int) -> float:
    total = 0.0
    for facts, day, add in group:
        named = day.of(year)
        if named is None:
            return -1e9
        published = (named + timedelta(add)).isoweekday()
        for weekday in facts.weekdays:
            back = (published - weekday) % 7
            share = {0: _SAME, 1: _BEFORE}.get(back, (1 - _SAME - _BEFORE) / 5)
            total += log(share)
    return total

"""Readings of words that count: last week, three days ago, two weeks later."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.extract.dates.expressions import (
    Current,
    Deictic,
    Duration,
    Fixed,
    InYear,
    Same,
    Shift,
    SoFar,
    Stretch,
    Vague,
    Weekend,
)
from dashboard.extract.dates.parts import Parts, Read, count
from dashboard.extract.dates.periods import Period

_BEFORE_LAST = re.compile(
    r"(?:^|[^\w\s]|['’]s|\b(?:in|over|for|of|within|during|from|since|than|these|those|my|our|his"
    r"|her|its|their))\s*$",
    re.IGNORECASE,
)
"""What stands before "last two weeks" where "last" is no verb: "the fair will last two weeks"."""

_HALVES = {"CE": 50, "DE": 5}
"""Years in half a century, half a decade."""


def deictic(p: Parts) -> Read:
    """Read yesterday, today, tomorrow, the day before yesterday."""
    beyond = {"before": -1, "after": 1}.get(p.get("BEFORE", "AFTER") or "", 0)
    return Deictic(p.number("DEICTIC") + beyond)


def current(p: Parts) -> Read:
    """Read last week, this year, next month; those after "the following" count on."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens or "TOLD" in p.tokens
    turn = p.turn() or 0
    if p.unit() == "WE" and "COMING" in p.tokens and not told:
        return Weekend(ahead=True)
    if p.unit() == "D" and not told:
        return None if turn < 0 else Current("D", turn, told=turn > 0)
    return Current(p.unit(), turn, told)


def told(p: Parts) -> Read:
    """Read the next day, the year before, the day after: counted from the last mention."""
    turn = p.turn()
    if turn is None:
        turn = -1 if "BEFORE" in p.tokens or "EARLIER" in p.tokens else 1
    return Current(p.unit(), turn, True)


def weekend(p: Parts) -> Read:
    """Read the weekend."""
    return Weekend()


def so_far(p: Parts) -> Read:
    """Read earlier this week, later this month."""
    return SoFar(p.unit(), p.number("SIDE"))


def in_the_unit(p: Parts) -> Read:
    """Read earlier in the day, later in the year."""
    return SoFar(p.unit(), p.number("SIDE"), told=True)


def the_day(p: Parts) -> Read:
    """Read the day, in "ended the day at"."""
    return Same("D", here=True) if p.unit() == "D" else None


def same(p: Parts) -> Read:
    """Read the same day, that year, the same period."""
    return Same(p.unit() if "CALENDAR" in p.tokens else "")


def same_as(p: Parts) -> Read:
    """Read "the same day as the vote": of something that is not told here."""
    return Vague("PAST_REF")


def ago(p: Parts) -> Read:
    """Read three days ago, a year earlier, two weeks later."""
    number, unit = _whole(count(p), p.unit())
    if p.get("DEICTIC") not in (None, "0"):
        return None
    if "FROM" in p.tokens:
        return Shift(number, unit, 1)
    grain = "D" if "DEICTIC" in p.tokens else str(p.get("CALENDAR") or "")
    return replace(_shift(p, number, unit), grain=grain)


def _shift(p: Parts, number: int | None, unit: str) -> Shift:
    """Count back with "ago", else from the last mention."""
    turn = p.number("AGO", "EARLIER", "LATER", "THROUGH")
    return Shift(number, unit, turn, told="AGO" not in p.tokens)


def half_ago(p: Parts) -> Read:
    """Read a year and a half ago, two and a half years later: not exact enough for a year."""
    return Vague("FUTURE_REF" if "LATER" in p.tokens else "PAST_REF")


def quarter_century(p: Parts) -> Read:
    """Read a quarter of a century, a quarter of a century ago."""
    if any(name in p.tokens for name in ("AGO", "EARLIER", "LATER")):
        return _shift(p, 25, "Y")
    return Duration("25", "Y")


def year_ago_unit(p: Parts) -> Read:
    """Read the year-ago quarter: the one mentioned last, a year before."""
    if p.get("UNIT") != "Y":
        return None
    return InYear(Same(p.get("CALENDAR") or ""), Shift(1, "Y", -1, told=True))


def one_ago(p: Parts) -> Read:
    """Read a unit without a count as one: a year ago, where a language needs no "a"."""
    return _shift(p, *_whole("1", p.unit()))


def year_ago(p: Parts) -> Read:
    """Read a single word for this year, last year, the year before it."""
    return Current("Y", p.number("YEARAGO"))


def told_day(p: Parts) -> Read:
    """Read the next day, the previous day: a day counts from the last mention, a week does not."""
    return Current("D", p.turn() or 1, True) if p.unit() == "D" else None


def _whole(number: str, unit: str) -> tuple[int | None, str]:
    """Return a count and a unit that periods know; two weeks for a fortnight."""
    if number == "0.5" and unit in _HALVES:
        return _HALVES[unit], "Y"
    if not number.isdigit() or len(number) > 4:
        return None, unit
    return (int(number) * 2, "W") if unit == "2W" else (int(number), unit)


def stretch(p: Parts) -> Read:
    """Read the past two weeks, the next three days, the last few years."""
    number = "1" if "LENGTH" in p.tokens else count(p)
    if "LAST" in p.tokens and "THE" not in p.tokens:
        start = p.tokens["LAST"][0].start
        if not _BEFORE_LAST.search(p.text[max(0, start - 12) : start]):
            return None
    return Stretch(number, p.unit(), p.turn() or -1, "FOLLOWING" in p.tokens)


def this_day_in(p: Parts) -> Read:
    """Read this day in 1979."""
    unit, year = p.unit(), Fixed(Period(date(p.get("YEAR"), 1, 1), "Y"))
    return InYear(Current(unit, 0), year) if unit in ("D", "M") else None


def this_day_last_year(p: Parts) -> Read:
    """Read this day last year, this day a year ago."""
    units = [token.value for token in p.tokens["UNIT"]]
    return InYear(Current("D", 0), Current("Y", -1)) if units == ["D", "Y"] else None


def before_that(p: Parts) -> Read:
    """Read three days before that, a week after that: counted from the last mention."""
    number, unit = _whole(count(p), p.unit())
    return Shift(number, unit, -1 if "BEFORE" in p.tokens else 1, told=True)


def same_then(p: Parts) -> Read:
    """Read the same month, before words that name another year."""
    return Same(p.unit() if "CALENDAR" in p.tokens else "")


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        deictic,
        current,
        told,
        weekend,
        so_far,
        in_the_unit,
        the_day,
        same,
        same_as,
        ago,
        one_ago,
        half_ago,
        quarter_century,
        year_ago_unit,
        year_ago,
        told_day,
        stretch,
        this_day_in,
        this_day_last_year,
        before_that,
        same_then,
    )
}

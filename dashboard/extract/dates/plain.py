"""What a date's words say where one way of naming time is all they hold: 4 October, last week.

A turn is -1 (last, back), 0 (this) or 1 (next, ahead); None where the words give none. Units
are those of periods.py, and TH, TM, TS for hours, minutes and seconds.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.extract.dates.periods import Period


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that is complete in itself: "4 October 2022", "2022", "the 1980s"."""

    period: Period


@dataclass(frozen=True, slots=True)
class EitherOrder:
    """A day written in figures, as it is when read day first and month first: "04/10/2022".

    One of the two is None where the figures are no day in that order.
    """

    day_first: date | None
    month_first: date | None


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast that moves, by the way to count it (feasts.py), in a year or in none named."""

    count: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year, or a quarter (part "Q1") or half ("H1") of it."""

    year: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month without a year; weekday 1 to 7 where it is named too, else 0."""

    month: int
    day: int
    weekday: int = 0
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A bare day of a month: "the 15th"."""

    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month without a year; from the last mention where told is True."""

    month: int
    turn: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season without a year; code SP, SU, FA or WI; loose where it may be any year's.

    It counts from the last mention where told is True.
    """

    code: str
    turn: int | None = None
    loose: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """A numbered quarter, half or other part: "the third quarter", "the first half"."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1 to Sunday 7; from the last mention where told is True.

    weeks are added to it: "Monday week", "a week ago on Monday". With either, "next Friday" may
    be that of the running week or of the week after.
    """

    day: int
    turn: int | None = None
    told: bool = False
    weeks: int = 0
    either: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, without saying which, or the coming one where ahead is True."""

    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Deictic:
    """So many days from the day of writing: yesterday, today, tomorrow."""

    days: int


@dataclass(frozen=True, slots=True)
class Current:
    """This, last or next week, month, year …; from the last mention where `told` is True."""

    unit: str
    turn: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class SoFar:
    """The part of the running unit that is over (side -1) or still to come (1).

    In a narrative it is of the unit last mentioned where told is True. A day is the one
    mentioned last, and stays open where something else is mentioned since.
    """

    unit: str
    side: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of writing, or from the last mention where told is True.

    The answer is as exact as the unit, or as the grain: "a year ago today".
    """

    count: int | None
    unit: str
    turn: int
    told: bool = False
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that ends or begins now: "the past two weeks", "the next three days"."""

    count: str
    unit: str
    turn: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """The unit in which the last mention lies: "the same day", "that year".

    Where nothing is mentioned it is the running one if `here` is True: "ended the day".
    """

    unit: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: a count ("3", "X" where vague) and a unit."""

    count: str
    unit: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A time that comes back: "every Monday"; value is the TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar fixes: now, recently; value is the TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that look like a time and are none: "44-year-old"."""

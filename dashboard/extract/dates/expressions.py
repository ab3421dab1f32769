"""What a date's words say by themselves, before any publication day is known.

Each class is one way of naming time: those of plain.py, and here those made of others.
"""

from dataclasses import dataclass

from dashboard.extract.dates.plain import (
    Current,
    DayOfMonth,
    Deictic,
    Duration,
    EitherOrder,
    Feast,
    Fiscal,
    Fixed,
    Month,
    MonthDay,
    NoDate,
    Nth,
    Repeated,
    Same,
    Season,
    Shift,
    SoFar,
    Stretch,
    Vague,
    Weekday,
    Weekend,
)

__all__ = [
    "Clock",
    "Current",
    "DayOfMonth",
    "Deictic",
    "Duration",
    "EitherOrder",
    "Expression",
    "Feast",
    "Fiscal",
    "Fixed",
    "InYear",
    "Month",
    "MonthDay",
    "NoDate",
    "Nth",
    "NthWeekday",
    "Part",
    "Piece",
    "PieceOf",
    "Range",
    "Repeated",
    "Same",
    "Season",
    "Shift",
    "SoFar",
    "Stretch",
    "Vague",
    "WeekOf",
    "Weekday",
    "Weekend",
]


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second … weekday of a month, the last one with number -1."""

    number: int
    day: int
    month: "Expression"


@dataclass(frozen=True, slots=True)
class Part:
    """The early, mid or late part of another expression."""

    whole: "Expression"
    part: str


@dataclass(frozen=True, slots=True)
class Piece:
    """So many units at the beginning (number 1), as the nth, or at the end (-1) of something."""

    number: int
    count: str
    unit: str


@dataclass(frozen=True, slots=True)
class PieceOf:
    """A piece of another expression: "the last week of August"."""

    piece: Piece
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week or weekend in which a day lies: "the week of 3 October"."""

    unit: str
    day: "Expression"


@dataclass(frozen=True, slots=True)
class InYear:
    """A month, day, season or quarter of a year named by another expression."""

    inner: "Expression"
    year: "Expression"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of a day: "NI" or "16:08"; the day is None where another sentence names it.

    zone is the time zone that stands there, as written.
    """

    time: str
    day: "Expression | None" = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """From one expression to another, both ends included.

    Joint "and" means these two and nothing between them, "or" one of the two.
    """

    start: "Expression"
    end: "Expression"
    joint: str = "to"


Expression = (
    Fixed
    | EitherOrder
    | Feast
    | Fiscal
    | MonthDay
    | DayOfMonth
    | Month
    | Season
    | Nth
    | Weekday
    | NthWeekday
    | Weekend
    | WeekOf
    | Deictic
    | Current
    | SoFar
    | Shift
    | Stretch
    | Same
    | Duration
    | Repeated
    | Vague
    | NoDate
    | Part
    | Piece
    | PieceOf
    | InYear
    | Clock
    | Range
)

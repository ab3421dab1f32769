"""Says how a mention was read: what its words say, by which policy, and which day it is not."""

from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from dashboard import edtf
from dashboard.extract.dates import expressions as e
from dashboard.extract.dates.mentions import Mention
from dashboard.extract.dates.named import FAR, HANDICAP
from dashboard.extract.dates.periods import Period
from dashboard.model import TimeExpression

_LAST_BEGUN = "the last one begun; the nearest where a word close before it looks ahead"
_NEAREST = (
    f"the nearest, one ahead taken for {HANDICAP} days farther and never beyond {FAR} days; "
    "ahead where a word close before it looks ahead"
)
_LAST_TOLD = "from what was mentioned last"
_NO_DAY = "no day is made of it"
POLICIES: dict[type, str] = {
    e.Fixed: "complete in itself",
    e.EitherOrder: (
        "day or month first as is declared, as its language has it, or as clear days of the same "
        "text are written; else both are kept"
    ),
    e.Feast: _NEAREST,
    e.Fiscal: "the calendar year it is named after, and three months around it",
    e.MonthDay: _NEAREST,
    e.DayOfMonth: "of the month mentioned last, else of the running or last one",
    e.Month: _LAST_BEGUN,
    e.Season: _LAST_BEGUN,
    e.Nth: _LAST_BEGUN,
    e.Weekday: (
        "the publication day or the nearest before it; after it where a word close before it "
        "looks ahead"
    ),
    e.NthWeekday: "counted in its month",
    e.Weekend: "the running or last one; the coming one where a word close before it looks ahead",
    e.WeekOf: "the calendar week or weekend in which the day lies",
    e.Deictic: "whole days from the publication day",
    e.Current: "calendar units around the publication day; around the last mention where told",
    e.SoFar: "the running unit up to, or from, the publication day",
    e.Shift: "so many units away, as exact as the unit; from the last mention where told",
    e.Stretch: "up to the publication day, or from it on",
    e.Same: _LAST_TOLD,
    e.Duration: _NO_DAY,
    e.Repeated: _NO_DAY,
    e.Vague: _NO_DAY,
    e.Part: "a third of the whole",
    e.Piece: _NO_DAY,
    e.PieceOf: "counted from the beginning or the end of the whole",
    e.InYear: "of the year named beside it",
    e.Clock: "the day named beside it, else the day mentioned last, else the publication day",
    e.Range: "both ends, the start not after the end",
}
"""By which policy each kind of expression is read, apart from histories."""

IN_HISTORY = "a history: counted from its story, not from the publication day"
_ANCHORS = {
    "publication": "the publication day",
    "mention": "what was mentioned before",
    "": "nothing",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """How a mention was read: its expression, what it counts from, the policy, what it is not."""

    expression: str
    counted_from: str
    policy: str
    not_taken: str = ""


def explain_choice(mention: Mention, found: TimeExpression, published_on: str) -> Choice:
    """Say how a mention came to mean what was found."""
    told = found.anchor == "mention" and isinstance(_core(mention.expression), _OF_STORIES)
    return Choice(
        written(mention.expression),
        _ANCHORS[found.anchor],
        IN_HISTORY if told else _policy(mention.expression),
        _not_taken(mention, found, published_on) if found.alternative else "",
    )


_OF_STORIES = (e.MonthDay, e.Month, e.Season, e.Feast)


def _inner(expression: e.Expression) -> e.Expression | None:
    """Return the expression of which another is a part, None where it stands alone."""
    match expression:
        case e.Part() | e.PieceOf():
            return expression.whole
        case e.Clock() | e.WeekOf():
            return expression.day
        case e.NthWeekday():
            return expression.month
    return None


def _core(expression: e.Expression) -> e.Expression:
    inner = _inner(expression)
    return _core(inner) if inner else expression


def _policy(expression: e.Expression) -> str:
    inner = _inner(expression)
    own = POLICIES[type(expression)]
    return f"{own}; of that: {_policy(inner)}" if inner else own


def written(value: Any) -> str:
    """Write an expression in short, what it leaves open left out.

    >>> written(e.Weekday(1)), written(e.Part(e.Month(8), "late"))
    ('Weekday(day=1)', 'Part(whole=Month(month=8), part=late)')
    """
    if isinstance(value, Period):
        return value.edtf
    if is_dataclass(value) and not isinstance(value, type):
        given = [(f.name, getattr(value, f.name), f.default) for f in fields(value)]
        inner = (
            f"{n}={written(v)}" for n, v, default in given if default is MISSING or v != default
        )
        return f"{type(value).__name__}({', '.join(inner)})"
    return value.isoformat() if isinstance(value, date) else str(value)


def _not_taken(mention: Mention, found: TimeExpression, published_on: str) -> str:
    """Name the runner-up, and say why it lost."""
    return f"{edtf.in_words(found.alternative)}, as {_why(mention, found, published_on)}"


def _why(mention: Mention, found: TimeExpression, published_on: str) -> str:
    core = _core(mention.expression)
    if isinstance(core, e.EitherOrder):
        both = found.date.startswith("[")
        return "nothing decides between the two" if both else "day and month stand the other way"
    if getattr(core, "turn", None) is not None:
        return "the words say which one"
    other, published = edtf.earliest(found.alternative), edtf.latest(published_on)
    is_ahead = bool(other and published and other > published)
    if mention.ahead:
        return "it lies farther ahead" if is_ahead else "a word close before the date looks ahead"
    if is_ahead:
        return "it lies ahead, and no word close before the date looks ahead"
    taken = edtf.earliest(found.date)
    nearer = bool(taken and published and taken > published)
    return "it lies farther away" if nearer else "it lies farther back"

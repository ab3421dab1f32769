"""What a resolver knows, and what it answers."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard import edtf
from dashboard.extract.dates.periods import Period

LOST = "“{}” counts from something mentioned before, but nothing there names a day."
"""Why words that count from the last mention stay open where there is none."""


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of one mention.

    words are the mention's own; told is what was last mentioned before it and told_day the
    last day; ahead says that a close word puts the time in the future, firmly that no day
    that is over can be meant; in a narrative (a
    history) dates follow the story, not the publication day, and years mentioned in passing
    are told but are not the story, and declared says that this is not seen from the text but
    told beside it. day_first is how days in figures are written, None where
    nothing tells, and order_from is what tells. gone counts the mentions right before it that
    lie years back.
    """

    words: str = ""
    published: date | None = None
    told: Period | None = None
    told_day: Period | None = None
    ahead: bool = False
    firmly: bool = False
    narrative: bool = False
    story: Period | None = None
    declared: bool = False
    day_first: bool | None = None
    order_from: str = ""
    gone: int = 0

    @property
    def from_publication(self) -> str:
        """How a reason begins that counts from the publication day."""
        day = edtf.in_words(self.published.isoformat()) if self.published else ""
        return f"“{self.words}” read from {day}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a mention means: the fields of TimeExpression, and the period where there is one."""

    value: str
    reason: str
    kind: str = "DATE"
    date: str = ""
    anchor: str = ""
    relative: bool = False
    alternative: str = ""
    period: Period | None = None


def answer(period: Period, reason: str, anchor: str = "", other: Period | None = None) -> Answer:
    """Answer with a period; the reason's {} is filled with the days in words."""
    return Answer(
        period.value,
        reason.replace("{}", edtf.in_words(period.edtf)),
        date=period.edtf,
        anchor=anchor,
        relative=bool(anchor),
        alternative=other.edtf if other and other != period else "",
        period=period,
    )


def unknown(value: str, reason: str, anchor: str = "publication", date: str = "") -> Answer:
    """Answer that no calendar day follows, with the reason why."""
    return Answer(value, reason, date=date, anchor=anchor, relative=True)


def unpublished(context: Context, value: str, date: str = "") -> Answer:
    """Answer that the publication day is missing."""
    why = f"“{context.words}” needs the publication day, which is not known."
    return unknown(value, why, "", date)


def as_length(found: Answer) -> Answer:
    """Mark an answer as a length of time."""
    return replace(found, kind="DURATION")

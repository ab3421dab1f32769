"""Gathers what an article says of its own day: stamps, datelines, weekdays, days in full."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from dashboard.extract.dates import find_mentions
from dashboard.extract.dates.expressions import Clock, Deictic, Fixed, MonthDay, Weekday
from dashboard.extract.dates.mentions import Mention
from dashboard.model import Article, Span
from dashboard.rules import made_of_rules, read_table

_HEAD = 700
"""Characters in which the dateline stands. A line with nothing but a day may stand anywhere:
in a chronology there are several, and then none of them is the article's own."""

_TAIL = 30
_FAR = 60
_PLACE = re.compile(r"[^\W\d_a-zа-яієї][^\W\d_a-zа-яієї .'’-]+,\s*")
_RULE = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?[—–-]")
_CITY = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2},\s*){1,3}")
_OPENS = re.compile(r"(?::|\s*[—–]|\s+-)\s")
_CLOCK = re.compile(r"[\s,|·•–-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d[^\n]{0,12})?")
_JOINT = re.compile(r"\s*[,(–-]?\s*(?:on\s+)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as an article names it: with its year, or with month and day only (year 0).

    weekday is 1 to 7 where it is named too, else 0.
    """

    month: int
    day: int
    year: int
    weekday: int
    words: str
    span: Span

    def of(self, year: int) -> date | None:
        """Return the day in a year, None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, year: int) -> bool:
        """Say whether the day exists in a year and falls on the weekday that is named."""
        found = self.of(year)
        return found is not None and self.weekday in (0, found.isoweekday())


@dataclass(frozen=True, slots=True)
class Stamp:
    """The day an article gives itself: how (rule), the words, and days to add ("yesterday")."""

    rule: str
    kind: str
    day: Day
    words: str
    add: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says that bears on its own day; latest is the last year it names."""

    article: Article
    stamps: tuple[Stamp, ...]
    days: tuple[Day, ...]
    weekdays: tuple[int, ...]
    latest: int


def gather_facts(article: Article) -> Facts:
    """Read an article's mentions of time for what they tell of its own day."""
    mentions = find_mentions(article.text, article.language)
    past = [m for m in mentions if not m.ahead]
    years = [m.expression.period.first.year for m in past if isinstance(m.expression, Fixed)]
    stamps = (*_stamps(article.text, mentions), *_beside(article.text, mentions))
    own = {s.day.span for s in stamps}
    bare = (m.expression for m in past if m.span not in own)
    return Facts(
        article,
        stamps,
        tuple(day for m in past if (day := _day(m))),
        tuple(e.day for e in bare if isinstance(e, Weekday) and e.turn is None and not e.told),
        max((y for y in years if y < 2200), default=0),
    )


def _day(mention: Mention) -> Day | None:
    """Return the day a mention names, with or without a year."""
    found = mention.expression
    if isinstance(found, Clock) and found.day is not None:
        found = found.day
    if isinstance(found, MonthDay):
        month, day, year, weekday = found.month, found.day, 0, found.weekday
    elif isinstance(found, Fixed) and found.period.unit == "D":
        first = found.period.first
        month, day, year, weekday = first.month, first.day, first.year, 0
    else:
        return None
    return Day(month, day, year, weekday, " ".join(mention.text.split()), mention.span)


def _stamps(text: str, mentions: Sequence[Mention]) -> Iterator[Stamp]:
    """Find days at a line's beginning that are the article's own, not an event's."""
    lone = bool(mentions) and mentions[0].span.start < _HEAD
    opening = [m for m in mentions if _day(m) and _OPENS.match(text, m.span.end)]
    released = [m for m in opening if len(opening) == 1 and _opens_release(text, m)]
    for mention in mentions:
        day = _day(mention)
        if day is None:
            continue
        start = _line_start(text, mention.span.start)
        if start < 0:
            continue
        before = text[start : mention.span.start]
        after = text[mention.span.end : mention.span.end + _FAR].split("\n", 1)[0]
        words = " ".join(text[start : mention.span.end].split())
        label = _labels().fullmatch(before)
        if label and len(after) <= _TAIL:
            kind = _kinds()[" ".join(label[1].lower().split())]
            yield Stamp("stamp", kind, day, words)
        elif lone and not before.strip() and _CLOCK.fullmatch(after):
            yield Stamp("date_line", "published", day, words)
        elif start < _HEAD and (
            released == [mention] or (_PLACE.fullmatch(before) and _RULE.match(after))
        ):
            yield Stamp("dateline", "published", day, words)


def _opens_release(text: str, mention: Mention) -> bool:
    """Say whether a line begins with a place and a day in full ("Oslo, Norway, 3 May 2021: …")."""
    start, day = _line_start(text, mention.span.start), _day(mention)
    named = start >= 0 and _CITY.fullmatch(text[start : mention.span.start])
    return bool(named and day and day.year)


def _line_start(text: str, place: int) -> int:
    """Return where the line of a place begins, -1 where that is far off."""
    start = text.rfind("\n", max(0, place - _FAR), place) + 1
    return start if start or place <= _FAR else -1


@made_of_rules
@cache
def _kinds() -> dict[str, str]:
    return {r["words"]: r["kind"] for r in read_table("date_stamps", ("words", "kind"), ("words",))}


@made_of_rules
@cache
def _labels() -> re.Pattern[str]:
    words = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(_kinds(), key=len)[::-1])
    between = r"[\s:,–-]*(?:on|at)?\s*(?:\d{1,2}[:.]\d\d\s*(?:[A-Za-z.]{1,5})?[\s,]*(?:on\s)?)?"
    return re.compile(rf"\W*({words})\b{between}", re.IGNORECASE)


def _beside(text: str, mentions: Sequence[Mention]) -> Iterator[Stamp]:
    """Find "yesterday (10 October)": a day named beside a word that counts from publication."""
    for one, other in pairwise(mentions):
        first, day = one.expression, _day(other)
        between = text[one.span.end : other.span.start]
        if isinstance(first, Deictic) and day and _JOINT.fullmatch(between):
            closed = other.span.end + (text[other.span.end : other.span.end + 1] == ")")
            words = " ".join(text[one.span.start : closed].split())
            yield Stamp("today_named", "published", day, words, -first.days)

"""Says a selection in English: the words of each filter, and the one sentence of them all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.selection.matching import is_inside
from dashboard.selection.values import DEFAULT_KINDS, Selection

Words = Callable[[Selection], str]

DAY_WORDS = {
    "stated": "a stated date",
    "relative": "a relative date",
    "governed": "its sentence",
    "same_event": "another report",
    "article_day": "the main day of the article",
    "publication": "the day of publication",
    "none": "nothing",
}
"""What an event is dated by, for each date source."""

PRECISION_WORDS = {
    "day": "an exact day",
    "span": "from day to day",
    "interval": "a week, month or year only",
    "around": "around a day",
    "open": "before or after a day",
    "uncertain": "uncertain",
    "differ": "one of several days",
    "each": "each of several days",
    "none": "not stated",
}
"""What the date of an event is, for each precision."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a selection holds: dated events with their first and last day, undated ones, outlets.

    certain and possible count the matches of a range (`count_matches`); None where none is set.
    """

    dated: int
    undated: int
    sources: int
    first: date | None = None
    last: date | None = None
    certain: int | None = None
    possible: int | None = None


def count_matches(
    selection: Selection, dates: Iterable[str]
) -> tuple[int, int] | tuple[None, None]:
    """Count how many of the dates shown (EDTF) lie in the range for certain, and how many may.

    >>> ranged = Selection(first=date(2022, 10, 1), last=date(2022, 10, 7))
    >>> count_matches(ranged, ["2022-10-04", "2022-10"]), count_matches(Selection(), ["2022"])
    ((1, 1), (None, None))
    """
    if not selection.first and not selection.last:
        return None, None
    inside = [is_inside(selection, day) for day in dates]
    return sum(inside), len(inside) - sum(inside)


def to_sentence(tally: Tally, filters: Iterable[str], aside: Sequence[str]) -> str:
    """Put the counts, the words of the filters and of those set aside into one sentence."""
    count = f"{tally.dated:,} event{'' if tally.dated == 1 else 's'}"
    parts = [count if tally.dated else "No dated events" if tally.undated else "No events"]
    if tally.dated:
        parts.append(span_words(tally.first, tally.last))
        if tally.certain is not None:
            parts.append(f"{tally.certain:,} certain, {tally.possible or 0:,} possible")
    parts += filters
    if tally.sources:
        parts.append(f"{tally.sources:,} source{'' if tally.sources == 1 else 's'}")
    sentence = ", ".join(part for part in parts if part)
    if tally.undated:
        has = "has" if tally.undated == 1 else "have"
        sentence += f"; {tally.undated:,} {'more ' if tally.dated else ''}{has} no stated date"
    if aside:
        sentence += f"; set aside: {', '.join(aside)}"
    return sentence + "."


def lies_within(tally: Tally, selection: Selection) -> bool:
    """Say whether the days of what is shown are all among those that range and months ask for.

    Something dated "in 2019" or "since 2016" reaches into a month of 2019: its days would read
    like another range.

    >>> april = Selection(months=("2019-04",))
    >>> lies_within(Tally(1, 0, 1, date(2019, 4, 2), date(2019, 4, 3)), april)
    True
    >>> lies_within(Tally(1, 0, 1, date(2016, 3, 1), date(2019, 4, 3)), april)
    False
    """
    if not (tally.first and tally.last):
        return True
    months = selection.months
    firsts = (selection.first, edtf.earliest(months[0]) if months else None)
    lasts = (selection.last, edtf.latest(months[-1]) if months else None)
    is_early = any(first and tally.first < first for first in firsts)
    return not is_early and not any(last and tally.last > last for last in lasts)


def span_words(first: date | None, last: date | None) -> str:
    """Say a stretch of days."""
    if first is None or last is None:
        return ""
    return edtf.in_words(f"{first}/{last}" if first != last else str(first), weekday=False)


def joined(words: Sequence[str], joint: str = "or") -> str:
    """Join words to a list.

    >>> joined(["a", "b", "c"])
    'a, b or c'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def listed(name: str, before: str, named: Callable[[str], str] = str) -> Words:
    """Return the words of a list field: what stands before its values, joined by "or"."""

    def words(selection: Selection) -> str:
        values = getattr(selection, name)
        return f"{before} {joined([named(v) for v in values])}" if values else ""

    return words


def country_words(selection: Selection) -> str:
    """Say which countries are asked for, and whether they must be named outright."""
    if not selection.countries:
        return ""
    joint = "and" if selection.match == "all" else "or"
    verb = "not involving" if selection.match == "none" else "involving"
    return f"{verb} {joined([country_name(c) for c in selection.countries], joint)}"


def member_words(selection: Selection) -> str:
    """Say that members of organisations that act count too."""
    if not selection.as_members:
        return ""
    is_shut = selection.countries and selection.match == "none"
    return f"{'nor' if is_shut else 'also'} by membership of an organisation"


def stated_words(selection: Selection) -> str:
    """Say that only countries named outright count."""
    return "counting only countries named outright" if selection.stated_only else ""


def kind_words(selection: Selection) -> str:
    """Say which kinds are shown, unless those usually shown are."""
    return joined(list(selection.kinds)) if selection.kinds != DEFAULT_KINDS else ""


def text_words(selection: Selection) -> str:
    """Say which words are looked for, and where: an article's words are not the event's."""
    if not selection.text:
        return ""
    return f"with the words “{selection.text}” in the {joined(selection.text_in)}"


def range_words(selection: Selection) -> str:
    """Say the range, and whether only certain or only possible matches are shown."""
    sure = {"certain": "certainly ", "possible": "only possibly "}.get(selection.certainty, "")
    if selection.first and selection.last:
        within = "on" if selection.first == selection.last else "within"
        return f"{sure}{within} {span_words(selection.first, selection.last)}"
    if selection.first or selection.last:
        side = "since" if selection.first else "until"
        return f"{sure}{side} {edtf.in_words(str(selection.first or selection.last))}"
    return ""


month_words = listed("months", "in", edtf.in_words)


def days_asked(selection: Selection) -> str:
    """Say the days that range and months ask for.

    >>> days_asked(Selection(first=date(2022, 9, 5), months=("2022-10",)))
    'since Mon 5 Sep 2022, in October 2022'
    """
    return ", ".join(filter(None, (range_words(selection), month_words(selection))))


def known_words(selection: Selection) -> str:
    """Say by which day an event must have been published."""
    return f"as known by {edtf.in_words(str(selection.known_by))}" if selection.known_by else ""


def source_words(selection: Selection) -> str:
    """Say how many sources must tell of an event."""
    least = selection.min_sources
    return f"told by {least} or more sources" if least > 1 else ""


def nothing(selection: Selection) -> str:
    """Say nothing: the field is said with another, or is no filter."""
    return ""

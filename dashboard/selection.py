"""What the reader asked for: filters and the way of looking, to and from a URL, and in English.

`FIELDS` has one row a field: its URL key, how a value is written and read, and whether it
is a filter. A filter is tested on an event row (`frame.EVENT_COLUMNS`); the store's SQL
gives the same answer, by test.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.errors import SelectionError
from dashboard.model import KINDS

DEFAULT_KINDS = tuple(kind for kind in KINDS if kind != "background")
MATCHES = ("any", "all", "none")
GROUPS = ("", "country", "kind", "publisher")
VIEWS = ("", "briefing")
THEMES = ("", "light", "dark")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown and how; every field has a default that shows all but background.

    countries are ISO 3166-1 alpha-3 codes, combined as `match` says (any, all or none of
    them); actors and kinds are any of; first and last bound the days an event can mean;
    group makes lanes; event is the one that is open; view and theme say how to look.
    """

    countries: tuple[str, ...] = ()
    match: str = "any"
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = DEFAULT_KINDS
    first: date | None = None
    last: date | None = None
    group: str = ""
    event: str = ""
    view: str = ""
    theme: str = ""

    def without(self, *names: str) -> "Selection":
        """Return the selection with these fields back at their defaults."""
        plain = Selection()
        return replace(self, **{name: getattr(plain, name) for name in names})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the selection: its name, its URL key, whether it filters, its reader."""

    name: str
    key: str
    is_filter: bool
    read: Callable[[Sequence[str]], Any]


def _codes(values: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(sorted({value.upper() for value in values}))
    for code in codes:
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise SelectionError(
                f"“{code}” is not a country code.", "Use ISO 3166-1 alpha-3, as in BLR for Belarus."
            )
    return codes


def _names(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _choice(*allowed: str) -> Callable[[Sequence[str]], str]:
    def read(values: Sequence[str]) -> str:
        if values[-1] not in allowed:
            raise SelectionError(
                f"“{values[-1]}” is not a choice here.",
                f"Choose one of: {', '.join(a for a in allowed if a)}.",
            )
        return values[-1]

    return read


def _kinds(values: Sequence[str]) -> tuple[str, ...]:
    chosen = {_choice(*KINDS)([value]) for value in values}
    return tuple(kind for kind in KINDS if kind in chosen)


def _day(values: Sequence[str]) -> date:
    try:
        return date.fromisoformat(values[-1])
    except ValueError:
        raise SelectionError(f"“{values[-1]}” is not a day.", "Write it as 2022-10-04.") from None


def _event(values: Sequence[str]) -> str:
    if not re.fullmatch(r"[0-9a-f]{1,32}", values[-1]):
        raise SelectionError("The event in the link is no event id.", "Follow the link anew.")
    return values[-1]


FIELDS = (
    Field("countries", "country", True, _codes),
    Field("match", "match", True, _choice(*MATCHES)),
    Field("actors", "actor", True, _names),
    Field("kinds", "kind", True, _kinds),
    Field("first", "from", True, _day),
    Field("last", "to", True, _day),
    Field("group", "group", False, _choice(*GROUPS)),
    Field("event", "event", False, _event),
    Field("view", "view", False, _choice(*VIEWS)),
    Field("theme", "theme", False, _choice(*THEMES)),
)
FILTERS = tuple(field.name for field in FIELDS if field.is_filter)

assert [field.name for field in FIELDS] == [field.name for field in fields(Selection)]


def from_url(query: str) -> Selection:
    """Read a URL's query ("?country=BLR&from=2022-10-04"); raise SelectionError if it is wrong.

    >>> from_url("?country=BLR&country=FRA").countries
    ('BLR', 'FRA')
    """
    found = parse_qs(query.removeprefix("?"), max_num_fields=200)
    values = {field.name: field.read(found[field.key]) for field in FIELDS if field.key in found}
    selection = Selection(**values)
    if selection.first and selection.last and selection.first > selection.last:
        raise SelectionError(
            f"The range ends ({selection.last}) before it starts ({selection.first}).",
            "Swap the two days.",
        )
    return selection


def to_url(selection: Selection) -> str:
    """Write the selection as a URL query, defaults left out; the empty one gives "".

    >>> to_url(Selection(countries=("BLR",), first=date(2022, 10, 4)))
    '?country=BLR&from=2022-10-04'
    """
    plain, pairs = Selection(), []
    for field in FIELDS:
        value = getattr(selection, field.name)
        if value != getattr(plain, field.name):
            many = value if isinstance(value, tuple) else (value,)
            pairs += [(field.key, str(one)) for one in many]
    return f"?{urlencode(pairs)}" if pairs else ""


def matches(selection: Selection, event: Mapping[str, Any]) -> bool:
    """Say whether an event row passes all filters.

    A range keeps an event whose days overlap it; an event without a day passes only
    where no range is set.
    """
    return (
        _matches_countries(selection, set(event["countries"]))
        and (not selection.actors or not set(selection.actors).isdisjoint(event["actors"]))
        and event["kind"] in selection.kinds
        and _matches_range(selection, event["date"])
    )


def _matches_countries(selection: Selection, countries: set[str]) -> bool:
    wanted = set(selection.countries)
    if not wanted:
        return True
    if selection.match == "all":
        return wanted <= countries
    return wanted.isdisjoint(countries) == (selection.match == "none")


def _matches_range(selection: Selection, day: str) -> bool:
    if not selection.first and not selection.last:
        return True
    value = edtf.parse(day) if day else None
    if value is None or not (value.earliest or value.latest):
        return False
    starts_in_time = not (selection.last and value.earliest and value.earliest > selection.last)
    ends_in_time = not (selection.first and value.latest and value.latest < selection.first)
    return starts_in_time and ends_in_time


@dataclass(frozen=True, slots=True)
class Tally:
    """What a selection holds: dated events with their first and last day, undated ones, outlets."""

    dated: int
    undated: int
    sources: int
    first: date | None = None
    last: date | None = None


def describe(selection: Selection, tally: Tally) -> str:
    """Say in one English sentence what is shown; the same words stand wherever it is said.

    >>> tally = Tally(2, 1, 1, date(2022, 10, 4), date(2022, 10, 6))
    >>> describe(Selection(countries=("FRA",)), tally)
    '2 events, 4 to 6 Oct 2022, involving France, 1 source; 1 more has no stated date.'
    """
    count = f"{tally.dated:,} event{'' if tally.dated == 1 else 's'}"
    parts = [count if tally.dated else "No dated events"]
    if tally.dated:
        parts.append(_span_words(tally.first, tally.last))
    parts += _filter_words(selection)
    parts.append(f"{tally.sources:,} source{'' if tally.sources == 1 else 's'}")
    sentence = ", ".join(part for part in parts if part)
    if tally.undated:
        has = "has" if tally.undated == 1 else "have"
        sentence += f"; {tally.undated:,} {'more ' if tally.dated else ''}{has} no stated date"
    return sentence + "."


def _span_words(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    words = edtf.in_words(f"{first}/{last}" if first != last else str(first), weekday=False)
    return words


def _filter_words(selection: Selection) -> list[str]:
    words = []
    if selection.countries:
        joint = {"any": "or", "all": "and", "none": "or"}[selection.match]
        verb = "not involving" if selection.match == "none" else "involving"
        words.append(f"{verb} {_joined([country_name(c) for c in selection.countries], joint)}")
    if selection.actors:
        words.append(f"with {_joined(list(selection.actors), 'or')}")
    if selection.kinds != DEFAULT_KINDS:
        words.append(_joined(list(selection.kinds), "or"))
    if selection.first and selection.last:
        words.append(f"within {_span_words(selection.first, selection.last)}")
    elif selection.first or selection.last:
        side = "since" if selection.first else "until"
        words.append(f"{side} {edtf.in_words(str(selection.first or selection.last))}")
    return words


def _joined(words: Sequence[str], joint: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"

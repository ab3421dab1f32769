"""The table of fields: name, URL key, label, reader, English words and test of each.

A new filter is one row here, one condition in `store/query.py`, and one control.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from dashboard.countries import country_name
from dashboard.errors import SelectionError
from dashboard.forms import PRECISIONS
from dashboard.model import KINDS
from dashboard.selection import matching as m
from dashboard.selection import reading as r
from dashboard.selection import sentence as s
from dashboard.selection.values import (
    AXIS_MARKS,
    CERTAINTIES,
    GROUPS,
    MARKS,
    MATCHES,
    MODES,
    ORDERS,
    PANES,
    PARTS,
    PICTURES,
    SOURCES_OF_DAY,
    TEXT_PARTS,
    THEMES,
    VIEWS,
    Selection,
    active,
    is_set,
)


def _write(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("1",) if value else ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the selection.

    read takes what stands under its key in a URL, write gives it back; words say its value in
    the sentence, "" where nothing is asked for; test says whether an event row passes.
    """

    name: str
    key: str
    label: str
    is_filter: bool
    read: Callable[[Sequence[str]], Any]
    words: s.Words = s.nothing
    test: m.Test = m.always
    write: Callable[[Any], tuple[str, ...]] = _write


def _read_off(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({_off_entry(value) for value in values}))


def _off_entry(written: str) -> str:
    """Turn the key in an entry of `off` into the name of its field."""
    key, colon, value = written.partition(":")
    names = {f.key: f.name for f in FIELDS if f.is_filter and f.name != "off"}
    name = key if key in PARTS else names.get(key, "")
    is_list = bool(name) and name not in PARTS and isinstance(getattr(Selection(), name), tuple)
    if not name or (colon and not (value and is_list)):
        raise SelectionError(
            f"“{written}” is no filter that can be set aside.",
            f"Write off={next(iter(names))} or off={next(iter(names))}:VALUE.",
        )
    return f"{name}{colon}{value}"


def _write_off(entries: tuple[str, ...]) -> tuple[str, ...]:
    keys = {field.name: field.key for field in FIELDS}
    parts = (entry.partition(":") for entry in entries)
    return tuple(f"{keys.get(name, name)}{colon}{value}" for name, colon, value in parts)


_day_words: Callable[[str], str] = s.DAY_WORDS.__getitem__
_precision_words: Callable[[str], str] = s.PRECISION_WORDS.__getitem__
_kinds, _days = r.choices(*KINDS), r.choices(*SOURCES_OF_DAY)

FIELDS = (
    Field("countries", "country", "Countries", True, r.read_codes, s.country_words,
          m.has_countries),
    Field("match", "match", "Any, all or none of them", True, r.choice(*MATCHES)),
    Field("not_countries", "not_country", "Countries shut out", True, r.read_codes,
          s.listed("not_countries", "never", country_name), m.lacks_countries),
    Field("as_members", "members", "Also by membership", True, r.read_flag,
          s.member_words),
    Field("stated_only", "stated", "Named outright only", True, r.read_flag, s.stated_words,
          m.has_stated),
    Field("actors", "actor", "People and organisations", True, r.read_names,
          s.listed("actors", "with"), m.any_of("actors", "actors")),
    Field("not_actors", "not_actor", "People and organisations shut out", True, r.read_names,
          s.listed("not_actors", "without"), m.none_of("not_actors", "actors")),
    Field("publishers", "publisher", "Publishers", True, r.read_names,
          s.listed("publishers", "reported by"), m.any_of("publishers", "publishers")),
    Field("not_publishers", "not_publisher", "Publishers shut out", True, r.read_names,
          s.listed("not_publishers", "not reported by"),
          m.none_of("not_publishers", "publishers")),
    Field("articles", "file", "Articles", True, r.read_names,
          s.listed("articles", "from the article"), m.any_of("articles", "articles")),
    Field("kinds", "kind", "Kind", True, _kinds, s.kind_words, m.has_kind),
    Field("not_kinds", "not_kind", "Kinds shut out", True, _kinds,
          s.listed("not_kinds", "not"), m.lacks_kind),
    Field("text", "text", "Words", True, r.read_text, s.text_words, m.has_words),
    Field("text_in", "text_in", "Looked for in", True, r.choices(*TEXT_PARTS)),
    Field("first", "from", "From", True, r.read_day, s.range_words, m.ends_in_time),
    Field("last", "to", "To", True, r.read_day, s.nothing, m.starts_in_time),
    Field("certainty", "certainty", "Certain or possible", True, r.choice(*CERTAINTIES),
          s.nothing, m.is_certain_enough),
    Field("months", "month", "Months", True, r.read_months,
          s.month_words, m.has_month),
    Field("known_by", "known_by", "Known by", True, r.read_day, s.known_words, m.was_known),
    Field("date_sources", "dated_by", "Where the day comes from", True, _days,
          s.listed("date_sources", "dated by", _day_words), m.has_date_source),
    Field("precisions", "precision", "How exact the date is", True, r.choices(*PRECISIONS),
          s.listed("precisions", "whose date is", _precision_words), m.has_precision),
    Field("min_sources", "sources", "Sources, at least", True, r.read_count, s.source_words,
          m.has_sources),
    Field("off", "off", "Set aside", True, _read_off, write=_write_off),
    Field("group", "group", "Group by", False, r.choice(*GROUPS)),
    Field("order", "order", "Order of lanes", False, r.choice(*ORDERS)),
    Field("lanes", "lane", "Lanes by hand", False, r.read_lanes),
    Field("mode", "mode", "Show as", False, r.choice(*MODES)),
    Field("hide", "hide", "Not marked on the axis", False, r.choices(*AXIS_MARKS)),
    Field("breaks", "breaks", "Shorten long gaps", False, r.read_flag),
    Field("event", "event", "Open event", False, r.read_event),
    Field("article", "article", "Open article", False, r.read_file),
    Field("marks", "marks", "Quotes marked in it", False, r.choice(*MARKS)),
    Field("account", "account", "Its account", False, r.choice(*PANES)),
    Field("view", "view", "View", False, r.choice(*VIEWS)),
    Field("theme", "theme", "Theme", False, r.choice(*THEMES)),
    Field("picture", "picture", "Theme of pictures", False, r.choice(*PICTURES)),
)  # fmt: skip
FILTERS = tuple(field.name for field in FIELDS if field.is_filter)
LOOKS = tuple(field.name for field in FIELDS if not field.is_filter)
"""The fields that say how to look: with any of them the same events are shown."""
_TESTS = tuple(field.test for field in FIELDS if field.test is not m.always)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

assert [field.name for field in FIELDS] == [field.name for field in fields(Selection)]


def matches(selection: Selection, event: m.Event, texts: m.Texts | None = None) -> bool:
    """Say whether an event row passes all filters that are in force.

    A range keeps an event whose days overlap it; an event without a day passes only where no
    range is set. texts are those of the articles by file name; without them a search for
    words reaches labels and quotes only.
    """
    asked = active(selection)
    return all(test(asked, event, texts or {}) for test in _TESTS)


def describe(selection: Selection, tally: s.Tally) -> str:
    """Say in one English sentence what is shown; the same words stand wherever it is said.

    The days of the events are left out where they lie beyond those asked for, or are just these.

    >>> from datetime import date
    >>> tally = s.Tally(2, 1, 1, date(2022, 10, 4), date(2022, 10, 6))
    >>> describe(Selection(countries=("FRA",)), tally)
    '2 events, 4 to 6 Oct 2022, involving France, 1 source; 1 more has no stated date.'
    """
    asked = active(selection)
    is_said = (tally.first, tally.last) == (asked.first, asked.last)
    if is_said or not s.lies_within(tally, asked):
        tally = replace(tally, first=None, last=None)
    return s.to_sentence(tally, [field.words(asked) for field in FIELDS], aside_words(selection))


def aside_words(selection: Selection) -> list[str]:
    """Return the words of each filter that is set aside."""
    return [words for entry in selection.off if (words := _entry_words(selection, entry))]


def _entry_words(selection: Selection, entry: str) -> str:
    """Say what one entry of `off` would ask for if it were in force alone."""
    if not is_set(selection, entry):
        return ""
    name, _, value = entry.partition(":")
    names = PARTS.get(name, (name,))
    kept = {field: getattr(selection, field) for field in names}
    if value:
        kept = {name: (value,)}
    if name in ("countries", "text"):
        partner = "match" if name == "countries" else "text_in"
        kept[partner] = getattr(selection, partner)
    alone = Selection(**kept)
    return ", ".join(words for field in FIELDS if (words := field.words(alone)))

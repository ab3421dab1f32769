"""Tests an event row on each filter; the store's SQL gives the same answer, by test.

A row is one of `events.EVENT_COLUMNS`. What such a row does not hold, the texts of the
articles, is handed over by file name where a search shall reach them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dashboard import edtf
from dashboard.members import memberships_on
from dashboard.search import has_all, parse_terms
from dashboard.selection.values import UNDATED, Selection

Event = Mapping[str, Any]
Texts = Mapping[str, str]
Test = Callable[[Selection, Event, Texts], bool]


def any_of(name: str, column: str) -> Test:
    """Return a test that passes what has any of the chosen values, and all if none is chosen."""

    def test(selection: Selection, event: Event, _: Texts) -> bool:
        wanted = getattr(selection, name)
        return not wanted or not set(wanted).isdisjoint(event[column])

    return test


def none_of(name: str, column: str) -> Test:
    """Return a test that passes what has none of the values shut out."""

    def test(selection: Selection, event: Event, _: Texts) -> bool:
        shut = getattr(selection, name)
        return not shut or set(shut).isdisjoint(event[column])

    return test


def _counted(selection: Selection, event: Event) -> set[str]:
    """Return the countries that count: stated or all, and members if they are asked for."""
    found = set(event["countries_stated" if selection.stated_only else "countries"])
    if selection.as_members:
        found |= {m.country_code for m in memberships_on(event["actors"], event["date"])}
    return found


def has_countries(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass any, all or none of the chosen countries, as `match` says."""
    wanted = set(selection.countries)
    if not wanted:
        return True
    countries = _counted(selection, event)
    if selection.match == "all":
        return wanted <= countries
    return wanted.isdisjoint(countries) == (selection.match == "none")


def lacks_countries(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what involves none of the countries shut out."""
    return not selection.not_countries or set(selection.not_countries).isdisjoint(
        _counted(selection, event)
    )


def has_stated(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what names a country outright (or has members that count), if that is asked for."""
    return not selection.stated_only or bool(_counted(selection, event))


def has_kind(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass the chosen kinds; none chosen passes nothing."""
    return event["kind"] in selection.kinds


def lacks_kind(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass all but the kinds shut out."""
    return event["kind"] not in selection.not_kinds


def has_words(selection: Selection, event: Event, texts: Texts) -> bool:
    """Pass what has all typed words in its label and quotes, or in one of its articles."""
    terms = parse_terms(selection.text)
    if not terms:
        return True
    own = [event["label"]] if "label" in selection.text_in else []
    own += event["quotes"] if "quote" in selection.text_in else ()
    if own and has_all(terms, own):
        return True
    files = event["articles"] if "article" in selection.text_in else ()
    return any(has_all(terms, (texts[file],)) for file in files if file in texts)


def parts_with_words(
    selection: Selection, event: Event, in_article: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return the parts of an event in which the typed words are, in order of the parts.

    Label and quotes are named where together they have all the words, and that part has one
    of them; the article where one article has them all, which in_article says by file name.
    """
    terms = parse_terms(selection.text)
    if not terms:
        return ()
    own = {"label": (event["label"],), "quote": event["quotes"]}
    asked = [part for part in selection.text_in if part in own]
    is_whole = has_all(terms, [text for part in asked for text in own[part]])
    found = [p for p in asked if is_whole and any(has_all((term,), own[p]) for term in terms)]
    if "article" in selection.text_in and any(map(in_article, event["articles"])):
        found.append("article")
    return tuple(found)


def _bounds(event: Event) -> tuple[Any, Any]:
    value = edtf.parse(event["date"]) if event["date"] else None
    return (value.earliest, value.latest) if value else (None, None)


def _can_lie(event: Event, first: date | None, last: date | None) -> bool:
    """Say whether an event can lie between two days, both included; None is no bound."""
    earliest, latest = _bounds(event)
    is_late = bool(earliest and last and earliest > last)
    is_early = bool(latest and first and latest < first)
    return bool(earliest or latest) and not is_late and not is_early


def starts_in_time(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what can begin on or before the last day asked for."""
    return not selection.last or _can_lie(event, None, selection.last)


def ends_in_time(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what can end on or after the first day asked for."""
    return not selection.first or _can_lie(event, selection.first, None)


def has_month(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what lies in one of the chosen months, certainly or possibly, as in a range."""
    months = selection.months
    return not months or any(_can_lie(event, edtf.earliest(m), edtf.latest(m)) for m in months)


def is_certain_enough(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what lies wholly inside the range, only partly, or both, as `certainty` says."""
    if not selection.certainty or not (selection.first or selection.last):
        return True
    return is_inside(selection, event["date"]) == (selection.certainty == "certain")


def is_inside(selection: Selection, day: str) -> bool:
    """Say whether all days that a date can mean lie in the range: the match is certain."""
    earliest, latest = _bounds({"date": day})
    starts = not selection.first or bool(earliest and earliest >= selection.first)
    ends = not selection.last or bool(latest and latest <= selection.last)
    return starts and ends


def was_known(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what a source had surely published by the day; unknown publication days do not count.

    What was published later must be left out before the reports are made into events.
    """
    return not selection.known_by or "" < event["known_on"] <= selection.known_by.isoformat()


def has_date_source(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what has its day from one of the chosen sources."""
    return not selection.date_sources or (event["date_source"] or UNDATED) in selection.date_sources


def has_precision(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what has a date of one of the chosen precisions."""
    return not selection.precisions or event["precision"] in selection.precisions


def has_sources(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass what so many outlets tell, reprints counted once."""
    return selection.min_sources < 2 or bool(event["outlets"] >= selection.min_sources)


def always(selection: Selection, event: Event, _: Texts) -> bool:
    """Pass everything: the field only says how another one is meant."""
    return True

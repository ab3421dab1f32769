"""The selection: to and from the URL, its test on an event, and its sentence."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.countries import all_country_codes
from dashboard.errors import SelectionError
from dashboard.forms import PRECISIONS
from dashboard.model import KINDS
from dashboard.selection import (
    AXIS_MARKS,
    CERTAINTIES,
    DEFAULT_KINDS,
    FIELDS,
    FILTERS,
    GROUPS,
    MARKS,
    MATCHES,
    MODES,
    ORDERS,
    PANES,
    PICTURES,
    SOURCES_OF_DAY,
    TEXT_PARTS,
    THEMES,
    VIEWS,
    Chip,
    Field,
    Selection,
    Tally,
    active,
    chips,
    count_matches,
    describe,
    exclude,
    from_url,
    loosen,
    matches,
    remove,
    suspend,
    to_url,
    toggle,
)


def event(**fields: Any) -> dict[str, Any]:
    """Return an event row of France and Chile on 4 October 2022."""
    plain = {
        "countries": ("CHL", "FRA"),
        "actors": ("Ada Voss",),
        "kind": "happened",
        "date": "2022-10-04",
    }
    return {**plain, **fields}


def test_the_url_brings_back_the_selection() -> None:
    """Whatever is chosen survives the way into the URL and back."""
    rng = random.Random(2)
    for _ in range(300):
        days = sorted(date(2022, rng.randint(1, 12), rng.randint(1, 28)) for _ in range(2))
        selection = Selection(
            countries=tuple(sorted(rng.sample(("BRA", "FRA", "JPN"), rng.randrange(4)))),
            match=rng.choice(MATCHES),
            actors=tuple(sorted(rng.sample(("Ada & Co", "Ünal?", "a=b, c"), rng.randrange(4)))),
            kinds=tuple(k for k in KINDS if rng.random() < 0.6) or DEFAULT_KINDS,
            first=rng.choice((None, days[0])),
            last=rng.choice((None, days[1])),
            group=rng.choice(GROUPS),
            event=rng.choice(("", "0123456789abcdef")),
            view=rng.choice(("", "briefing")),
            theme=rng.choice(("", "dark")),
        )
        assert from_url(to_url(selection)) == selection


def test_the_default_has_no_query() -> None:
    """A clean address shows everything but background."""
    assert to_url(Selection()) == ""
    assert from_url("") == from_url("?") == Selection()
    assert "background" not in Selection().kinds


def test_url_keys_are_all_different() -> None:
    """Two fields never share a key."""
    keys = [field.key for field in FIELDS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("?country=Belarus", "“BELARUS” is not a country code"),
        ("?country=FRA&country=xxx", "“XXX” is not a country code"),
        ("?not_country=SUN", "“SUN” is not a country code"),
        ("?match=some", "“some” is not a choice"),
        ("?kind=rumour", "“rumour” is not a choice"),
        ("?from=4.10.2022", "“4.10.2022” is not a day"),
        ("?from=2022-10-06&to=2022-10-04", "before it starts"),
        ("?event=../etc", "no event id"),
        ("?view=x", "not a choice"),
        ("?theme=x", "not a choice"),
        ("?picture=light", "not a choice"),
        ("?group=x", "not a choice"),
        ("?order=x", "not a choice"),
        ("?mode=x", "not a choice"),
        ("?hide=x", "not a choice"),
        ("?breaks=2", "not a choice"),
    ],
)
def test_a_wrong_link_says_what_is_wrong(query: str, fact: str) -> None:
    """Each wrong value is repeated, with what to write instead."""
    with pytest.raises(SelectionError) as caught:
        from_url(query)
    assert fact in caught.value.message
    assert caught.value.remedy


def test_every_place_that_rules_name_can_be_asked_for() -> None:
    """Whether an event involves it or not, Kosovo and others beside the standard included."""
    codes = all_country_codes()
    assert {"ATA", "PSE", "TWN", "XKX"} <= {*codes}
    assert from_url("?" + "&".join(f"country={code}" for code in codes)).countries == codes


def test_unknown_keys_are_left_alone() -> None:
    """What other sites add to a link does no harm."""
    assert from_url("?utm_source=x&country=fra").countries == ("FRA",)


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        ({}, True),
        # countries
        ({"countries": ("FRA",)}, True),
        ({"countries": ("JPN",)}, False),
        ({"countries": ("FRA", "JPN")}, True),
        ({"countries": ("FRA", "JPN"), "match": "all"}, False),
        ({"countries": ("FRA", "CHL"), "match": "all"}, True),
        ({"countries": ("JPN",), "match": "none"}, True),
        ({"countries": ("FRA", "JPN"), "match": "none"}, False),
        ({"match": "none"}, True),
        # actors and kinds
        ({"actors": ("Ada Voss", "Nobody")}, True),
        ({"actors": ("Nobody",)}, False),
        ({"kinds": ("planned",)}, False),
        ({"kinds": ()}, False),
        # days, both ends included
        ({"first": date(2022, 10, 4)}, True),
        ({"first": date(2022, 10, 5)}, False),
        ({"last": date(2022, 10, 4)}, True),
        ({"last": date(2022, 10, 3)}, False),
    ],
)
def test_an_event_passes_all_filters(filters: dict[str, Any], passes: bool) -> None:
    """An event is shown when it passes every filter that is set."""
    assert matches(replace(Selection(), **filters), event()) == passes


@pytest.mark.parametrize(
    ("day", "passes"),
    [
        ("2022", True),
        ("2022-10-01/2022-10-04", True),
        ("2022-10-01/2022-10-02", False),
        ("2022-09-01/..", True),
        ("2022-10-06/..", False),
        ("../2022-10-04", True),
        ("../2022-10-02", False),
        ("2022-10-06~", True),
        ("XXXX-10-04", False),
        ("", False),
    ],
)
def test_a_range_keeps_what_overlaps_it(day: str, passes: bool) -> None:
    """All days an event can mean count; without a day it passes only where no range is set."""
    ranged = Selection(first=date(2022, 10, 4), last=date(2022, 10, 5))
    assert matches(ranged, event(date=day)) == passes
    assert matches(Selection(), event(date=day))


@pytest.mark.parametrize(
    ("selection", "tally", "sentence"),
    [
        (
            Selection(),
            Tally(9, 0, 2, date(2022, 10, 4), date(2022, 10, 11)),
            "9 events, 4 to 11 Oct 2022, 2 sources.",
        ),
        (
            Selection(countries=("CHL", "FRA"), match="all", actors=("Ada Voss",)),
            Tally(1, 2, 1, date(2022, 10, 4), date(2022, 10, 4)),
            "1 event, 4 Oct 2022, involving Chile and France, with Ada Voss, 1 source; "
            "2 more have no stated date.",
        ),
        (
            Selection(countries=("CHL", "FRA"), match="none", first=date(2022, 10, 4)),
            Tally(0, 1, 1),
            "No dated events, not involving Chile or France, since Tue 4 Oct 2022, 1 source; "
            "1 has no stated date.",
        ),
        (Selection(kinds=("planned",)), Tally(0, 0, 0), "No events, planned."),
        (
            Selection(first=date(2022, 10, 4), last=date(2022, 10, 6)),
            Tally(0, 0, 0),
            "No events, within 4 to 6 Oct 2022.",
        ),
    ],
)
def test_what_is_shown_is_said_in_one_sentence(
    selection: Selection, tally: Tally, sentence: str
) -> None:
    """Filters, days, sources and what has no day are all in it."""
    assert describe(selection, tally) == sentence


LISTS = {
    "countries": ("BRA", "FRA", "JPN"),
    "not_countries": ("BRA", "FRA", "JPN"),
    "actors": ("Ada & Co", "Ünal?", "a=b, c", "Who: them"),
    "not_actors": ("Ada & Co", "Ünal?", "a=b, c", "Who: them"),
    "publishers": ("The Ledger", "Курьер", "<b>"),
    "not_publishers": ("The Ledger", "Курьер", "<b>"),
    "articles": ("a b.txt", "ß.txt", "#1.txt"),
    "kinds": KINDS,
    "not_kinds": KINDS,
    "months": ("2022-02", "2022-10", "0999-12"),
    "date_sources": SOURCES_OF_DAY,
    "precisions": PRECISIONS,
}


def any_selection(rng: random.Random) -> Selection:
    """Return a selection in which any field may be set."""
    days = sorted(date(2022, rng.randint(1, 12), rng.randint(1, 28)) for _ in range(2))
    lists = {
        name: tuple(v for v in sorted(values) if rng.random() < 0.25)
        if name not in ("kinds", "not_kinds", "date_sources", "precisions")
        else tuple(v for v in values if rng.random() < 0.4)
        for name, values in LISTS.items()
    }
    selection = Selection(
        **{**lists, "kinds": lists["kinds"] or DEFAULT_KINDS},
        match=rng.choice(MATCHES),
        as_members=rng.random() < 0.3,
        stated_only=rng.random() < 0.3,
        text=rng.choice(("", "rail link", '"Ünal & co" %', "näïve ☃ 1=2")),
        text_in=rng.choice((TEXT_PARTS, ("label",), ("quote", "article"))),
        first=rng.choice((None, days[0])),
        last=rng.choice((None, days[1])),
        certainty=rng.choice(CERTAINTIES),
        known_by=rng.choice((None, days[1])),
        min_sources=rng.choice((1, 1, 2, 5)),
        group=rng.choice(GROUPS),
        order=rng.choice(ORDERS),
        lanes=rng.choice(((), ("PER", "NOR"), ("Курьер", "a=b, c"))),
        mode=rng.choice(MODES),
        hide=rng.choice(((), ("weekends",), AXIS_MARKS)),
        breaks=rng.random() < 0.3,
        event=rng.choice(("", "0123456789abcdef")),
        article=rng.choice(("", "a b.txt", "../x?y&z.txt")),
        marks=rng.choice(MARKS),
        account=rng.choice(PANES),
        view=rng.choice(VIEWS),
        theme=rng.choice(THEMES),
        picture=rng.choice(PICTURES),
    )
    for chip in chips(selection):
        if rng.random() < 0.2:
            selection = suspend(selection, chip.field, rng.choice((chip.value, "")))
    return selection


def test_every_field_survives_the_url() -> None:
    """Whatever is chosen, shut out or set aside comes back, for 1,000 random selections."""
    rng, seen = random.Random(6), set[str]()
    for _ in range(1000):
        selection = any_selection(rng)
        assert from_url(to_url(selection)) == selection
        seen |= {f.name for f in FIELDS if getattr(selection, f.name) != getattr(PLAIN, f.name)}
    assert seen == {field.name for field in FIELDS}


PLAIN = Selection()


@pytest.mark.parametrize("field", FIELDS, ids=[field.name for field in FIELDS])
def test_every_field_has_a_label(field: Field) -> None:
    """A control for it can be named."""
    assert field.label[0].isupper() or field.label[0].isdigit()


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("?stated=yes", "“yes” is not a choice"),
        ("?sources=0", "“0” is not a number of sources"),
        ("?sources=many", "“many” is not a number of sources"),
        ("?dated_by=moon", "“moon” is not a choice"),
        ("?month=October", "“October” is not a month"),
        ("?month=2022-13", "“2022-13” is not a month"),
        ("?month=2022-21", "“2022-21” is not a month"),
        ("?month=2022-1~", "“2022-1~” is not a month"),
        ("?precision=hour", "“hour” is not a choice"),
        ("?certainty=maybe", "“maybe” is not a choice"),
        ("?marks=none", "“none” is not a choice"),
        ("?text_in=heart", "“heart” is not a choice"),
        ("?not_country=x", "“X” is not a country code"),
        ("?off=theme", "“theme” is no filter that can be set aside"),
        ("?off=nothing", "“nothing” is no filter"),
        ("?off=from:2022", "“from:2022” is no filter"),
        ("?" + "&".join("actor=a" for _ in range(500)), "more than 400 values"),
    ],
)
def test_a_wrong_value_of_a_newer_field_is_named(query: str, fact: str) -> None:
    """Each is repeated, with what to write instead."""
    with pytest.raises(SelectionError) as caught:
        from_url(query)
    assert fact in caught.value.message
    assert caught.value.remedy


def test_any_text_is_safe_in_the_address() -> None:
    """NUL and halves of surrogate pairs are dropped on reading, and never stop the writing."""
    assert from_url("?text=a%00b").text == "a b"
    assert to_url(Selection(text="a\ud800", actors=("\udfff",))) == "?actor=%3F&text=a%3F"
    assert from_url("?text=%3F%21").text == ""
    assert len(from_url("?text=" + "x" * 5000).text) == 200


def told(**fields: Any) -> dict[str, Any]:
    """Return an event row with all that the newer filters look at."""
    plain = {
        "label": "Chile met France",
        "quotes": ("Santiago’s envoy met the French in a café.",),
        "countries_stated": ("FRA",),
        "publishers": ("The Ledger", "Courier"),
        "articles": ("a.txt", "b.txt"),
        "date_source": "stated",
        "precision": "day",
        "outlets": 2,
        "known_on": "2022-10-08",
    }
    return event(**{**plain, **fields})


TEXTS = {"a.txt": "All of it. The harbour was closed.", "b.txt": "Elsewhere, nothing."}


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        ({"publishers": ("Courier",)}, True),
        ({"publishers": ("Gazette",)}, False),
        ({"not_publishers": ("Courier",)}, False),
        ({"not_publishers": ("Gazette",)}, True),
        ({"articles": ("b.txt", "z.txt")}, True),
        ({"articles": ("z.txt",)}, False),
        ({"not_actors": ("Ada Voss",)}, False),
        ({"not_kinds": ("happened",)}, False),
        ({"not_countries": ("FRA",)}, False),
        ({"not_countries": ("JPN",)}, True),
        # stated only: Chile is there by its capital alone
        ({"stated_only": True}, True),
        ({"stated_only": True, "countries": ("CHL",)}, False),
        ({"stated_only": True, "countries": ("FRA",)}, True),
        ({"stated_only": True, "countries": ("CHL", "FRA"), "match": "all"}, False),
        ({"stated_only": True, "not_countries": ("CHL",)}, True),
        # words: label and quotes together, or one article
        ({"text": "CAFE santiago"}, True),
        ({"text": "chile cafe"}, True),
        ({"text": "harbour clos"}, False),
        ({"text": "harbour clos", "text_in": TEXT_PARTS}, True),
        ({"text": "harbour elsewhere", "text_in": TEXT_PARTS}, False),
        ({"text": "cafe", "text_in": ("label", "article")}, False),
        ({"text": "harbour", "text_in": ("label", "quote")}, False),
        ({"text": "nowhere"}, False),
        # where the day comes from, and how many tell it
        ({"date_sources": ("stated", "relative")}, True),
        ({"date_sources": ("none",)}, False),
        ({"precisions": ("day", "none")}, True),
        ({"precisions": ("around",)}, False),
        ({"precisions": ("around",), "off": ("precisions:around",)}, True),
        ({"min_sources": 2}, True),
        ({"min_sources": 3}, False),
        ({"known_by": date(2022, 10, 8)}, True),
        ({"known_by": date(2022, 10, 7)}, False),
        ({"known_by": date(2022, 10, 7), "off": ("known_by",)}, True),
        # set aside
        ({"countries": ("JPN",), "off": ("countries",)}, True),
        ({"countries": ("FRA", "JPN"), "match": "all", "off": ("countries:JPN",)}, True),
        ({"not_countries": ("FRA",), "off": ("not_countries:FRA",)}, True),
        ({"first": date(2023, 1, 1), "off": ("range",)}, True),
    ],
)
def test_an_event_passes_the_newer_filters(filters: dict[str, Any], passes: bool) -> None:
    """Chosen, shut out, named outright, searched, counted, set aside."""
    assert matches(replace(Selection(), **filters), told(), TEXTS) == passes


def test_an_event_of_unknown_publication_was_known_by_no_day() -> None:
    """It does not pass however late the day is, and passes where none is asked for."""
    unknown = told(known_on="")
    assert not matches(Selection(known_by=date(9999, 12, 31)), unknown)
    assert matches(Selection(), unknown)


@pytest.mark.parametrize(
    ("day", "certain"),
    [
        ("2022-10-04", True),
        ("2022-10-01/2022-10-07", True),
        ("2022-10", False),
        ("2022-10-07/2022-10-08", False),
        ("2022-10-05/..", False),
        ("[2022-10-04,2022-10-05]", True),
        ("2022-10-06~", False),
    ],
)
def test_a_match_is_certain_or_possible(day: str, certain: bool) -> None:
    """It is certain where all days the date can mean lie in the range, both ends included."""
    ranged = Selection(first=date(2022, 10, 1), last=date(2022, 10, 7))
    assert matches(replace(ranged, certainty="certain"), event(date=day)) == certain
    assert matches(replace(ranged, certainty="possible"), event(date=day)) != certain
    assert count_matches(ranged, [day]) == (int(certain), int(not certain))


@pytest.mark.parametrize(
    "day",
    [
        *("2022-10-01", "2022-10-31", "2022-09-30", "2022-11-01", "2022-10", "2022", "2022-09"),
        *("2022-09-30/2022-10-01", "2022-08-21/..", "2022-11-01/..", "../2022-10-01"),
        *("../2022-09-30", "2022-09-29~", "[2022-09-04,2022-11-04]", "XXXX-10-04", ""),
    ],
)
def test_a_month_shows_what_its_days_show(day: str) -> None:
    """Choosing it is choosing the range from its first to its last day; of several any will do."""
    shown = {}
    for month in (8, 10):
        ranged = Selection(first=date(2022, month, 1), last=date(2022, month, 31))
        name = f"2022-{month:02}"
        shown[name] = matches(ranged, event(date=day))
        assert matches(Selection(months=(name,)), event(date=day)) == shown[name]
    assert matches(Selection(months=(*shown,)), event(date=day)) == any(shown.values())
    assert matches(Selection(months=("2022-10",), off=("months:2022-10",)), event(date=day))


def test_an_open_side_is_certain_where_the_range_is_open() -> None:
    """What happened by the 4th lies wholly before the 7th."""
    until = Selection(last=date(2022, 10, 7), certainty="certain")
    assert matches(until, event(date="../2022-10-04"))
    assert not matches(replace(until, first=date(2020, 1, 1)), event(date="../2022-10-04"))


def test_the_sentence_says_all_filters() -> None:
    """Everything that is in force is in it, and what is set aside stands at its end."""
    selection = Selection(
        countries=("CHL",),
        not_countries=("JPN",),
        stated_only=True,
        publishers=("Courier",),
        articles=("a.txt",),
        not_kinds=("denied",),
        text="rail link",
        text_in=("label", "quote"),
        first=date(2022, 10, 1),
        last=date(2022, 10, 7),
        certainty="certain",
        months=("2022-10", "2022-11"),
        known_by=date(2022, 10, 8),
        date_sources=("stated", "relative"),
        precisions=("day", "none"),
        min_sources=2,
        actors=("Ada Voss",),
        off=("actors",),
    )
    tally = Tally(9, 0, 3, date(2022, 10, 4), date(2022, 10, 6), 9, 0)
    assert describe(selection, tally) == (
        "9 events, 4 to 6 Oct 2022, 9 certain, 0 possible, involving Chile, never Japan, "
        "counting only countries named outright, reported by Courier, from the article a.txt, "
        "not denied, with the words “rail link” in the label or quote, "
        "certainly within 1 to 7 Oct 2022, in October 2022 or November 2022, "
        "as known by Sat 8 Oct 2022, "
        "dated by a stated date or a relative date, whose date is an exact day or not stated, "
        "told by 2 or more sources, 3 sources; set aside: with Ada Voss."
    )


@pytest.mark.parametrize(
    ("selection", "days", "said"),
    [
        (Selection(first=date(2019, 2, 1), last=date(2019, 2, 28)), ("2019-02-03", "2019-02-28"),
         "3 to 28 Feb 2019, 1 certain, 1 possible, within 1 to 28 Feb 2019"),
        # One has an open end, or is dated by the year alone.
        (Selection(first=date(2019, 2, 1), last=date(2019, 2, 28)), ("2016-03-27", "2019-02-03"),
         "1 certain, 1 possible, within 1 to 28 Feb 2019"),
        (Selection(first=date(2019, 2, 1)), ("2019-01-01", "2019-12-31"),
         "1 certain, 1 possible, since Fri 1 Feb 2019"),
        (Selection(last=date(2019, 2, 1)), ("2016-01-01", "2019-12-31"),
         "1 certain, 1 possible, until Fri 1 Feb 2019"),
        (Selection(first=date(2019, 2, 1), off=("range",)), ("2019-01-01", "2019-12-31"),
         "1 Jan to 31 Dec 2019, 1 source; set aside: since Fri 1 Feb 2019."),
        (Selection(months=("2019-01", "2019-04")), ("2019-01-05", "2019-04-30"),
         "5 Jan to 30 Apr 2019, in January 2019 or April 2019"),
        (Selection(months=("2019-04",)), ("2019-01-01", "2019-12-31"), "in April 2019"),
        (Selection(first=date(2019, 2, 1), last=date(2019, 2, 1)), ("2019-01-01", "2019-12-31"),
         "1 certain, 1 possible, on 1 Feb 2019"),
        # They are just those of the range.
        (Selection(first=date(2019, 2, 3), last=date(2019, 2, 28)), ("2019-02-03", "2019-02-28"),
         "1 certain, 1 possible, within 3 to 28 Feb 2019"),
        (Selection(first=date(2019, 2, 3), last=date(2019, 2, 3)), ("2019-02-03", "2019-02-03"),
         "1 certain, 1 possible, on 3 Feb 2019"),
    ],
)  # fmt: skip
def test_days_beyond_those_asked_for_are_not_said(
    selection: Selection, days: tuple[str, str], said: str
) -> None:
    """What only reaches into a range from beyond it would make two of it; nor is one said twice."""
    first, last = map(date.fromisoformat, days)
    counts = () if selection.months or selection.off else (1, 1)
    sentence = describe(selection, Tally(2, 0, 1, first, last, *counts))
    assert sentence.startswith(f"2 events, {said}")


def test_each_filter_that_is_set_is_a_chip() -> None:
    """Values of lists have one each; shut out and set aside ones say so."""
    selection = Selection(
        countries=("CHL", "FRA"), not_actors=("Ada Voss",), first=date(2022, 10, 4),
        off=("countries:FRA",),
    )  # fmt: skip
    assert chips(selection) == (
        Chip("countries", "CHL", "Chile", False, False),
        Chip("countries", "FRA", "France", False, True),
        Chip("not_actors", "Ada Voss", "Ada Voss", True, False),
        Chip("range", "", "since Tue 4 Oct 2022", False, False),
    )
    assert chips(Selection()) == ()
    assert all(c.excluded for c in chips(Selection(countries=("CHL",), match="none")))


def test_removing_all_chips_leaves_nothing_set() -> None:
    """For 300 random selections, no filter is without a chip that takes it away."""
    rng = random.Random(8)
    for _ in range(300):
        selection = any_selection(rng)
        for chip in chips(selection):
            assert chip.words
            selection = remove(selection, chip)
        assert not chips(selection)
        left = {n for n in FILTERS if getattr(selection, n) != getattr(PLAIN, n)}
        assert left <= {"match", "text_in", "certainty"}
        assert matches(selection, told(kind="happened"), TEXTS)


def test_setting_aside_twice_changes_nothing() -> None:
    """Aside, a filter does not filter; back in force, it is as it was."""
    rng = random.Random(9)
    for _ in range(300):
        selection = replace(any_selection(rng), off=())
        for chip in chips(selection):
            aside = suspend(selection, chip.field, chip.value)
            assert [c.suspended for c in chips(aside) if c.field == chip.field and
                    c.value == chip.value] == [True]  # fmt: skip
            assert chip not in chips(active(aside)) or chip.field == "kinds"
            assert suspend(aside, chip.field, chip.value) == selection


def test_a_value_of_a_filter_set_aside_comes_back_alone() -> None:
    """The others stay aside."""
    aside = suspend(Selection(countries=("CHL", "FRA")), "countries")
    assert suspend(aside, "countries", "FRA").off == ("countries:CHL",)


def test_what_is_taken_away_is_not_set_aside_for_later() -> None:
    """A filter chosen anew is in force."""
    aside = suspend(Selection(countries=("FRA",)), "countries")
    gone = aside.without("countries")
    assert gone.off == ()
    assert toggle(aside, "countries", "FRA") == gone
    assert from_url("?off=country").off == ()


def test_a_value_is_chosen_or_shut_out() -> None:
    """It is never both; doing the same twice undoes it."""
    chosen = toggle(Selection(), "countries", "FRA")
    assert chosen.countries == ("FRA",)
    shut = exclude(chosen, "countries", "FRA")
    assert (shut.countries, shut.not_countries) == ((), ("FRA",))
    assert exclude(shut, "countries", "FRA") == toggle(chosen, "countries", "FRA") == Selection()
    assert toggle(shut, "countries", "FRA") == chosen
    assert exclude(Selection(), "kinds", "planned").not_kinds == ("planned",)


def test_an_empty_answer_says_what_to_take_away() -> None:
    """The filter that hides most comes first; pairs and all are tried where one is not enough."""
    events = [event(), event(kind="planned"), event(countries=("JPN",))]

    def count(selection: Selection) -> int:
        return sum(matches(selection, one) for one in events)

    empty = Selection(countries=("JPN",), kinds=("planned",))
    found = loosen(empty, count)
    assert [(f.chips[0].field, f.count) for f in found] == [("countries", 1), ("kinds", 1)]
    worse = replace(empty, countries=("BRA",), actors=("Nobody",), kinds=DEFAULT_KINDS)
    (pair,) = loosen(worse, count)
    assert (len(pair.chips), pair.count) == (2, 3)
    worst = replace(worse, last=date(1999, 1, 1))
    (everything,) = loosen(worst, count)
    assert everything.selection == Selection()
    assert loosen(worst, lambda _: 0) == ()

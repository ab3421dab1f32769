"""Countries as members of organisations: on the event's days, and only where that is asked for."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.app.evidence import evidence
from dashboard.columns import Index, count_facets
from dashboard.frame import to_frame
from dashboard.members import memberships, memberships_on
from dashboard.model import KINDS, Folder, Reading
from dashboard.notebook import select_reports
from dashboard.selection import MATCHES, Selection, active, chips, describe, from_url, to_url
from dashboard.selection.sentence import Tally
from dashboard.store import Store, build, open_store
from dashboard.view.items import items_of
from dashboard.view.words import sentence_of
from tests.factories import make_article, make_readings, make_report
from tests.test_store import random_selection

EVERYTHING = Selection(kinds=KINDS)
ORGANISATIONS = {"Harbour Council": "EU", "River Commission": "NATO", "Ada Voss": "G20"}
"""What the organisations of the invented events are called here."""


def renamed(reading: Reading) -> Reading:
    """Return a reading in which organisations act that have members."""
    reports = (
        replace(r, actors=tuple(ORGANISATIONS.get(a, a) for a in r.actors)) for r in reading.reports
    )
    return replace(reading, reports=tuple(reports))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of invented events in which organisations act; read only."""
    path = tmp_path_factory.mktemp("members") / "test.db"
    readings = [renamed(reading) for reading in make_readings(300, 7)]
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    store = open_store(path)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("organisation", "day", "code", "is_member"),
    [
        ("EU", "2020-01-31", "GBR", True),
        ("EU", "2020-02-01", "GBR", False),
        ("EU", "2020-01-31/2020-02-01", "GBR", False),
        ("EU", "2020-01", "GBR", True),
        ("EU", "2020", "GBR", False),
        ("EU", "2020-01-30~", "GBR", False),
        ("EU", "2019-05-01/..", "GBR", False),
        ("EU", "2019-05-01/..", "DEU", True),
        ("EU", "../2019-05-01", "DEU", False),
        ("EU", "", "DEU", False),
        ("EU", "XXXX-05-01", "DEU", False),
        ("NATO", "2023-04-03", "FIN", False),
        ("NATO", "2023-04-04", "FIN", True),
        ("Arab League", "2015-05-01", "SYR", False),
        ("Arab League", "2024-05-01", "SYR", True),
        # Of the year of joining only its last day is sure.
        ("OPEC", "1969-06-01", "DZA", False),
        ("OPEC", "1969-12-31", "DZA", True),
        # Abu Dhabi joined in 1967, the state it is part of took its seat over in 1974.
        ("OPEC", "1967-12-31", "ARE", False),
        ("OPEC", "2026-04-30", "ARE", True),
        ("OPEC", "2026-05-01", "ARE", False),
        ("Eurozone", "2025-12-31", "BGR", False),
        ("Eurozone", "2026-01-01", "BGR", True),
        # An accession counts from the day it is in force, not from that of its papers.
        ("Mercosur", "2024-07-08", "BOL", False),
        ("Mercosur", "2024-08-08", "BOL", True),
        ("African Union", "2002-07-09", "MDG", False),
        ("African Union", "2003-07-10", "MDG", True),
        # The first day of a suspension is none of membership.
        ("CSTO", "2012-06-27", "UZB", True),
        ("CSTO", "2012-06-28", "UZB", False),
        ("Arab League", "2011-11-16", "SYR", False),
        # Syria and Egypt were one state.
        ("Arab League", "1960-05-01", "SYR", False),
        ("Arab League", "1960-05-01", "EGY", True),
        ("Ada Voss", "2019-05-01", "DEU", False),
    ],
)
def test_a_membership_holds_on_all_days_of_a_date_or_not_at_all(
    organisation: str, day: str, code: str, is_member: bool
) -> None:
    """Both ends of a membership belong to it; what has no day has no members."""
    found = {m.country_code for m in memberships_on([organisation], day)}
    assert (code in found) == is_member


def test_every_row_is_a_membership_with_its_source() -> None:
    """Nothing of the table is lost, the stays of a country in an organisation do not overlap."""
    found = sorted(memberships(), key=lambda m: (m.organisation, m.country_code, m.first))
    assert len(found) > 300
    assert all(m.source for m in found)
    for one, other in itertools.pairwise(found):
        if (one.organisation, one.country_code) == (other.organisation, other.country_code):
            assert one.last
            assert one.last < other.first


def test_columns_sql_and_frame_agree_on_members(store: Store) -> None:
    """They choose the same events and count the same in every control, whatever is asked for."""
    frame, index, rng, found = store.select(EVERYTHING), Index(store), random.Random(3), 0
    for match in (*MATCHES, "any", "any"):
        some = random_selection(rng)
        asked = Selection(
            countries=some.countries or ("AUT",),
            match=match,
            not_countries=some.not_countries,
            as_members=True,
            stated_only=rng.random() < 0.3,
            kinds=some.kinds,
            last=some.last,
        )
        expected = select_reports(frame, asked)
        pd.testing.assert_frame_equal(store.select(asked), expected)
        facets, counted = store.facets(asked), count_facets(index.masks(asked))
        for name in facets.__slots__:
            assert getattr(counted, name) == getattr(facets, name), (name, asked)
        assert [*counted.countries] == [*facets.countries]
        assert index.count(asked) == expected["event_id"].nunique() == facets.as_members
        items = items_of(expected)
        assert describe(asked, index.tally(asked)) == sentence_of(expected, *items, asked)
        found += abs(index.count(asked) - index.count(replace(asked, as_members=False)))
    assert found > 30


def test_a_look_back_counts_members_of_its_own_day(store: Store) -> None:
    """What an event's day was then decides who was a member."""
    frame = store.select(EVERYTHING)
    for day in sorted({*frame["published_on"]})[90::90]:
        asked = from_url(f"?country=AUT&country=FIN&members=1&known_by={day}")
        expected = select_reports(frame, asked)
        pd.testing.assert_frame_equal(store.select(asked), expected)
        index = Index(store, asked.known_by)
        assert index.count(asked) == expected["event_id"].nunique() > 0


def test_membership_is_a_choice_with_words_of_its_own() -> None:
    """It is off at first, in the address, the chips and the sentence where it is on."""
    asked = from_url("?country=DEU&members=1")
    assert asked == Selection(countries=("DEU",), as_members=True)
    assert to_url(asked) == "?country=DEU&members=1"
    assert "also by membership" in [chip.words for chip in chips(asked)]
    tally = Tally(0, 0, 0)
    assert describe(asked, tally) == (
        "No events, involving Germany, also by membership of an organisation."
    )
    shut = replace(asked, match="none")
    assert "not involving Germany, nor by membership" in describe(shut, tally)
    aside = replace(asked, off=("as_members",))
    assert "set aside: also by membership" in describe(aside, tally)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?country=AUT&country=CHL", []),
        ("?country=AUT&country=CHL&members=1", ["Austria"]),
        ("?not_country=AUT&members=1", ["Austria"]),
        ("?country=AUT&members=1&off=members", []),
    ],
)
def test_the_drawer_says_of_which_organisation_a_country_is_a_member(
    query: str, said: list[str]
) -> None:
    """Only of countries asked for, beside those involved and never among them."""
    article = make_article()
    frame = to_frame([make_report(article, actors=("EU",))])
    shown = evidence(frame, {article.file: article}, asked=active(from_url(query)))
    found = [country for country in shown["countries"] if "member" in country["role"]]
    assert [country["name"] for country in found] == said
    assert "Norway" in [country["name"] for country in shown["countries"]]
    for country in found:
        assert country["role"] == "as a member of an organisation on that day: EU"
        assert country["reason"].startswith("Member since 1 Jan 1995 (European Union")

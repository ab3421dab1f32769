"""The country and organisation tables."""

import pytest

from dashboard.extract.countries import check_table, find_countries
from dashboard.extract.countries.check import check_members, check_organisations, check_rows
from dashboard.extract.countries.table import country_rows, surfaces
from dashboard.rules import Row


def row(**cells: str) -> Row:
    """Return a good row with some cells changed."""
    good = {"surface": "Chile", "country_code": "CHL", "kind": "name", "case": "title"}
    return {**good, "context": "", "note": "", "where": "countries.csv, line 9", **cells}


def test_our_own_tables_have_no_bad_row() -> None:
    """What is checked in passes its own check."""
    assert check_table() == []


def test_the_tables_hold_the_surfaces_news_needs() -> None:
    """Well over a thousand surfaces of countries, and about sixty organisations or more."""
    kinds = [s.kind for s in surfaces()]
    assert len(kinds) > 1500
    assert len({s.name for s in surfaces() if s.kind == "organisation"}) >= 60


BAD_ROWS = [
    ({"country_code": "QQQ"}, "the code QQQ is unknown"),
    ({"country_code": ""}, "a blocker has no code"),
    ({"kind": "blocker"}, "a blocker has no code"),
    ({"kind": "river"}, "the kind river is none of"),
    ({"case": "loud"}, "the case loud is none of"),
    ({"context": "weather"}, "the context weather is none of"),
    ({"surface": "-"}, "does not begin with a letter"),
]


@pytest.mark.parametrize(("cells", "problem"), BAD_ROWS)
def test_a_bad_row_is_named_with_its_line(cells: dict[str, str], problem: str) -> None:
    """The check says which line and what is wrong."""
    found = [p for p in check_rows((row(**cells),)) if "line 9" in p]
    assert len(found) == 1
    assert problem in found[0]


def test_one_surface_cannot_mean_two_countries() -> None:
    """Spellings that differ by accents only are the same surface."""
    rows = (
        row(surface="Perú", country_code="PER", where="countries.csv, line 3"),
        row(surface="Peru"),
    )
    assert any("means PER in countries.csv, line 3" in problem for problem in check_rows(rows))


BAD_ORGANISATIONS = [
    ([{"name": "?"}], "an organisation has a name"),
    ([{"name": "A", "members": ["CHL"]}], "members stand in members.csv"),
    ([{"name": "A", "aliases": ["C"]}, {"name": "B", "aliases": ["C"]}], "C means A and B"),
]


@pytest.mark.parametrize(("entries", "problem"), BAD_ORGANISATIONS)
def test_a_bad_organisation_is_named(entries: list[dict[str, object]], problem: str) -> None:
    """One without a name, aliases that two share, and members in the wrong table are refused."""
    found = check_organisations({"organisation": entries})
    assert len(found) == 1
    assert problem in found[0]


FORMER = [
    ("The Soviet Union signed it.", []),
    ("Soviet Ukraine had a seat of its own.", ["UKR"]),
    ("Yugoslavia and Czechoslovakia voted against.", []),
    ("The Federal Republic of Yugoslavia applied.", ["SRB"]),
    ("East Germany closed the road.", ["DEU"]),
    ("Burma, Swaziland and Zaire sent teams.", ["MMR", "SWZ", "COD"]),
    ("Ships left Portuguese Timor for the Ellice Islands.", ["TLS", "TUV"]),
    ("Delegates of Ruanda-Urundi came.", []),
]


@pytest.mark.parametrize(("text", "codes"), FORMER)
def test_a_former_state_has_the_code_of_the_one_that_goes_on(text: str, codes: list[str]) -> None:
    """A renamed or joined state has its successor's code; one that several followed has none."""
    assert [m.country_code for m in find_countries(text) if m.country_code] == codes


def test_a_former_state_says_why_it_has_its_code_or_none() -> None:
    """Every name that no state of today bears has a note in its row."""
    notes = {row["surface"]: row["note"] for row in country_rows()}
    for surface in ("Soviet Union", "Yugoslavia", "East Germany", "Burma", "Zaire", "Swaziland"):
        assert any(c.isdigit() for c in notes[surface]), surface


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"organisation": "Harbour Union"}, "Harbour Union is no name in organisations.toml"),
        ({"country_code": "QQQ"}, "the code QQQ is unknown"),
        ({"from": "soon"}, "soon to 2020 are no two days"),
        ({"from": ""}, "it has no first day"),
        ({"from": "2020"}, "ends (2020-01-01) before it surely begins (2020-12-31)"),
    ],
)
def test_a_bad_membership_is_named(cells: dict[str, str], problem: str) -> None:
    """Unknown organisations and countries, and days that are none or change places."""
    good = {"organisation": "EU", "country_code": "GBR", "from": "1973-01-01", "to": "2020"}
    rows = ({**good, "source": "A list", "where": "members.csv, line 9", **cells},)
    assert check_members(({**rows[0], **good},), {"EU"}) == []
    (found,) = check_members(rows, {"EU"})
    assert problem in found

"""The country and organisation tables."""

import pytest

from dashboard.extract.countries import check_table
from dashboard.extract.countries.check import check_members, check_organisations, check_rows
from dashboard.extract.countries.table import surfaces
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

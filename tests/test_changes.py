"""What became of the reports: between two readings, since an export, in the last build."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.changes import NOTHING, change_lines, compare_readings, differing, tally_words
from dashboard.cli import main
from dashboard.export.reading import read_export
from dashboard.selection import Selection, from_url
from dashboard.store import open_store

FERRY = "Norway opened a ferry line to Iceland on 4 October 2022.\n"
TREATY = "Chile signed a treaty with Peru on 6 October 2022.\n"
FIRE = "A mill burned down in Finland on 7 October 2022.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Ferry\n\n{FERRY}")
    (folder / "b.txt").write_text(f"Treaty\n\n{TREATY}")
    return folder


@pytest.fixture
def where(folder: Path, tmp_path: Path) -> list[str]:
    """The folder and a store, as options of the command line."""
    return ["--articles", str(folder), "--store", str(tmp_path / "a.db")]


def row(**cells: Any) -> dict[str, Any]:
    """Return a report row with some cells changed."""
    return {
        "report_id": "a1",
        "date": "2022-10-04",
        "kind": "happened",
        "label": "Ferry opened",
        "countries": ("NOR",),
        "event_id": "a1",
        "article": "a.txt",
        "quote": "The ferry\nopened on 4 October 2022.",
        "date_reason": "“4 October 2022” names the day.",
        **cells,
    }


@pytest.mark.parametrize(
    ("cells", "name", "line"),
    [
        ({"date": ""}, "date", "day: was Tue 4 Oct 2022, is no day"),
        ({"kind": "planned"}, "kind", "kind: was happened, is planned"),
        ({"label": "Ferry"}, "label", "label: was “Ferry opened”, is “Ferry”"),
        ({"countries": ()}, "countries", "countries: was Norway, is none"),
        ({"event_id": "b2"}, "event_id", "event: was a1, is b2"),
    ],
)
def test_a_report_of_the_same_id_that_differs_has_changed(
    cells: dict[str, Any], name: str, line: str
) -> None:
    """Day, kind, label, countries and event count, and the line says what each was and is."""
    found = compare_readings([row()], [row(**cells)])
    assert differing(*found.changed[0]) == (name,)
    assert (found.gained, found.lost) == ((), ())
    assert f"      {line}" in list(change_lines(found))


def test_what_is_in_one_reading_only_is_gained_or_lost() -> None:
    """The quote stands in one line, and the reason below it."""
    found = compare_readings([row()], [row(report_id="b2"), row(report_id="c3")])
    assert tally_words(found) == "2 reports gained, 1 lost, 0 changed"
    lines = list(change_lines(found))
    assert lines[0] == "Gained (2)"
    assert "      “The ferry opened on 4 October 2022.”" in lines
    assert "      “4 October 2022” names the day." in lines


def test_another_reason_quote_or_file_is_no_change() -> None:
    """An article that was renamed has the same reports."""
    other = row(article="z.txt", quote="The ferry", date_reason="")
    assert compare_readings([row()], [other]) == NOTHING


def test_a_build_says_what_it_changed(
    folder: Path, where: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The first build has nothing to compare with, the next says it in a line, and lists it."""
    assert main(["build", *where]) == 0
    assert "since the last build" not in capsys.readouterr().out
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text(f"Treaty\n\n{TREATY}\n{FIRE}")
    assert main(["build", *where]) == 0
    said = capsys.readouterr().out
    assert "2 reports gained, 2 lost, 0 changed since the last build; see: python -m" in said
    assert main(["changes", *where]) == 0
    said = capsys.readouterr().out
    assert "2 reports gained, 2 lost, 0 changed since the build before the last." in said
    for words in (FERRY, TREATY, FIRE):
        assert f"“{words.strip()}”" in said
    assert main(["build", *where]) == 0
    assert open_store(where[-1]).changes()


def test_a_change_of_rules_is_told_as_well(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The articles are the same; one report has another country, and the command says by which."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "countries.csv").write_text(
        "surface,country_code,kind,case,context,note\nPeru,BOL,name,title,,\n"
    )
    assert main(["build", *where]) == 0
    capsys.readouterr()
    assert main(["changes", *where, "--rules", str(own)]) == 0
    said = capsys.readouterr().out
    assert "a.db was built with other rules. It is built anew." in said
    assert "0 reports gained, 0 lost, 1 changed since the last build" in said
    assert f"--rules {own}" in said
    assert "countries: was Chile, Peru, is Bolivia, Chile" in said


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_an_export_comes_back_as_it_went_out(suffix: str, where: list[str], tmp_path: Path) -> None:
    """All columns are equal, those with texts that begin like a formula included."""
    (tmp_path / "articles" / "a.txt").write_text(f"=Ferry\n\n{FERRY}\n-{FIRE}")
    made = tmp_path / f"made{suffix}"
    query = "?country=NOR&country=FIN"
    assert main(["export", str(made), *where, "--select", query]) == 0
    frame, selected = read_export(made)
    store = open_store(where[-1])
    assert frame.to_dict("records") == store.select(from_url(query)).to_dict("records")
    assert len(frame) < len(store.select(Selection()))
    assert (selected is None) == (suffix == ".csv")


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_reports_of_now_are_compared_with_an_export(
    suffix: str, folder: Path, where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only within what was exported: a .json file says that itself."""
    made, query = tmp_path / f"made{suffix}", "?country=NOR&country=FIN"
    asked = ["--select", query] if suffix == ".csv" else []
    assert main(["export", str(made), *where, "--select", query]) == 0
    assert main(["changes", str(made), *where, *asked]) == 0
    assert f"0 reports gained, 0 lost, 0 changed since {made}." in capsys.readouterr().out
    (folder / "c.txt").write_text(f"Fire\n\n{FIRE}")
    assert main(["changes", str(made), *where, *asked]) == 0
    assert f"1 report gained, 0 lost, 0 changed since {made}." in capsys.readouterr().out


def test_the_checked_in_frame_is_what_the_seeds_give(
    seeds_store: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is gained or lost since data/events.csv."""
    table = root / "data" / "events.csv"
    assert main(["changes", str(table), "--store", str(seeds_store)]) == 0
    assert capsys.readouterr().out == (f"0 reports gained, 0 lost, 0 changed since {table}.\n")


@pytest.mark.parametrize(
    ("name", "text", "fact"),
    [
        ("none.csv", None, "cannot be read"),
        ("a.txt", "x", "is no table of reports"),
        ("a.csv", "x,y\n1,2\n", "lacks report_id"),
        ("b.csv", "", "is no table that export wrote"),
        ("a.json", "{}", "is no table that export wrote"),
        ("b.json", "[", "is no table that export wrote"),
    ],
)
def test_a_file_that_no_export_wrote_is_refused(
    name: str,
    text: str | None,
    fact: str,
    where: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line of fact and one of remedy."""
    if text is not None:
        (tmp_path / name).write_text(text)
    assert main(["changes", str(tmp_path / name), *where]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2, said
    assert fact in said[0]

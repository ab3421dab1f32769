"""Exports: every suffix writes its file, the same bytes each time, and nothing unsafe."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest

from dashboard import frame as frames
from dashboard.errors import ExportError
from dashboard.export import WRITERS, to_csv, to_json, to_png, to_svg, write
from dashboard.frame import from_csv, to_frame
from dashboard.selection import Selection
from dashboard.view import briefing_view
from tests.view.pictures import burst, frame_of, report


@pytest.fixture
def frame() -> pd.DataFrame:
    """A few events of mixed precision."""
    return burst(4, 12)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_the_suffix_says_the_format_and_the_bytes_are_steady(
    frame: pd.DataFrame, suffix: str, tmp_path: Path
) -> None:
    """Two runs write the same bytes, upper case suffix or not."""
    one, two = tmp_path / f"a{suffix}", tmp_path / f"b{suffix.upper()}"
    write(one, frame, Selection())
    write(two, frame, Selection())
    assert one.read_bytes() == two.read_bytes() != b""


@pytest.mark.parametrize("name", ["events.docx", "events", "events.csv.zip"])
def test_an_unknown_suffix_lists_the_known_ones(frame: pd.DataFrame, name: str) -> None:
    """The remedy names every format there is."""
    with pytest.raises(ExportError) as caught:
        write(Path(name), frame, Selection())
    assert name in caught.value.message
    assert caught.value.remedy == "End the name in one of: .csv, .json, .svg, .png."


def test_nothing_to_show_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    """No rows at all, or no day for a picture: a message, no file."""
    for name, rows in (("a.csv", frame_of()), ("a.png", frame_of("")), ("a.svg", frame_of(""))):
        with pytest.raises(ExportError):
            write(tmp_path / name, rows, Selection())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_named(frame: pd.DataFrame, tmp_path: Path) -> None:
    """A folder that does not exist gives an ExportError with the path."""
    with pytest.raises(ExportError, match=r"no/such/a\.csv"):
        write(tmp_path / "no/such/a.csv", frame, Selection())


def test_csv_is_the_frame(frame: pd.DataFrame, tmp_path: Path) -> None:
    """Harmless rows are written as frame.to_csv writes them, and read back equal."""
    assert to_csv(frame) == frames.to_csv(frame)
    write(tmp_path / "a.csv", frame, Selection())
    pd.testing.assert_frame_equal(from_csv(tmp_path / "a.csv"), frame)


@pytest.mark.parametrize(
    "start",
    [
        "=1+1", "+1", "-1", "@cmd", "\tx", "\rx", " =1", "\n=1", "\u00a0+1", "\u3000-1",
        "\ufeff@cmd", "＝1+1", "＋1", "－1", "＠cmd", " ＝1",
    ],
)  # fmt: skip
def test_csv_texts_are_no_formulas(start: str) -> None:
    """A text that a spreadsheet would run gets a ' in front; JSON keeps it as it is."""
    rows = to_frame([report(0, "2031-03-04", label=start)])
    assert f"'{start}" in to_csv(rows)
    assert json.loads(to_json(rows, Selection()))["events"][0]["label"] == start


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_half_a_character_stops_no_export(suffix: str, tmp_path: Path) -> None:
    """A surrogate, as a file name can hold, is left out or replaced in every format."""
    rows = to_frame([report(0, "2031-03-04", label="caf\udce9 opens")])
    write(tmp_path / f"a{suffix}", rows, Selection())
    if suffix != ".png":
        assert "caf" in (tmp_path / f"a{suffix}").read_text("utf-8")


def test_json_holds_events_with_their_reports(frame: pd.DataFrame) -> None:
    """Each event has its reports inside, with offsets, precision and reason."""
    data = json.loads(to_json(frame, Selection(countries=("NOR",))))
    assert data["selection"] == "?country=NOR"
    assert sum(len(event["reports"]) for event in data["events"]) == len(frame)
    event = data["events"][0]
    told = event["reports"][0]
    assert set(data["columns"]["events"]) == set(event) - {"reports"}
    assert set(data["columns"]["reports"]) == set(told)
    assert {"quote", "start_char", "end_char", "date", "date_reason", "publisher"} <= set(told)


def test_svg_is_well_formed_and_brings_its_fonts(frame: pd.DataFrame) -> None:
    """The SVG parses, names its events in words, and asks for nothing outside itself."""
    view = briefing_view(frame, Selection())
    svg = to_svg(view)
    root = ElementTree.fromstring(svg)
    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.findtext("s:title", namespaces=space) == view.title
    described = root.findtext("s:desc", namespaces=space) or ""
    assert view.sentence in described
    assert all(mark.name in described for mark in view.marks)
    assert svg.count("@font-face") == 3
    assert re.findall(r'(?:href|src|url\()\s*=?\s*["\'(]?https?:', svg) == []


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>", "a & b", "]]>", "x\x00\x0by", '"', "x\ufffey", "x\uffffy",
        "x\udce9y",
    ],
)  # fmt: skip
def test_svg_escapes_what_articles_hold(hostile: str) -> None:
    """Markup and control characters in a label come out as text, in a well-formed file."""
    rows = to_frame([report(0, "2031-03-04", label=f"Label {hostile} end")])
    svg = to_svg(briefing_view(rows, Selection()), fonts=False)
    ElementTree.fromstring(svg.encode())
    assert "<script" not in svg


def test_png_has_the_size_that_was_asked_for(frame: pd.DataFrame) -> None:
    """The briefing is 3840 x 2160 unless told otherwise, and looks like something."""
    from io import BytesIO

    from PIL import Image

    view = briefing_view(frame, Selection())
    assert Image.open(BytesIO(to_png(view))).size == (3840, 2160)
    small = Image.open(BytesIO(to_png(view, 1920))).convert("L")
    assert small.size == (1920, 1080)
    dark = sum(small.histogram()[:128])
    assert 0.01 < dark / (1920 * 1080) < 0.3


def test_png_draws_the_serif_for_quotes() -> None:
    """Text in the serif font leaves ink: the font's family is found by its name."""
    from io import BytesIO

    from PIL import Image

    from dashboard.view import Text, TimelineView

    for role in ("sans", "bold", "serif"):
        words = Text(10, 40, "Quoted", 30, role, "#000000")
        png = to_png(TimelineView(200, 60, "cards", "", "", (words,)), 200)
        assert Image.open(BytesIO(png)).getbbox() is not None, role


LONG = "The harbour master counted every boat that came home. " * 7


def many_pages() -> pd.DataFrame:
    """Return twenty events whose quotes of 63 words need further pages."""
    return to_frame(
        report(n, f"2031-03-{4 + n:02}", quote=f"{LONG}It was count {n}.") for n in range(20)
    )


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_further_pages_are_written_beside_the_first(suffix: str, tmp_path: Path) -> None:
    """Sources that do not fit are in name-2.svg, and all files written are returned."""
    pages = briefing_view(many_pages(), Selection()).pages
    assert pages > 1
    first = tmp_path / f"brief{suffix}"
    further = [tmp_path / f"brief-{page}{suffix}" for page in range(2, pages + 1)]
    assert write(first, many_pages(), Selection()) == (first, *further)
    assert sorted(tmp_path.iterdir()) == sorted([first, *further])


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_pages_of_an_earlier_export_go(suffix: str, tmp_path: Path) -> None:
    """An export with fewer pages leaves none of the last one behind."""
    path = tmp_path / f"brief{suffix}"
    assert len(write(path, many_pages(), Selection())) > 1
    assert write(path, many_pages(), Selection())[0] == path
    assert write(path, frame_of("2031-03-04"), Selection()) == (path,)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["text", "first page"])
def test_a_file_of_another_origin_is_not_replaced(kind: str, tmp_path: Path) -> None:
    """A file that is no further page stops the export, which then writes nothing."""
    own = tmp_path / "brief-2.svg"
    if kind == "text":
        own.write_text("<svg>my own</svg>")
    else:
        write(own, frame_of("2031-03-04"), Selection())
    before = own.read_bytes()
    with pytest.raises(ExportError, match=r"brief-2\.svg"):
        write(tmp_path / "brief.svg", many_pages(), Selection())
    assert (list(tmp_path.iterdir()), own.read_bytes()) == ([own], before)
    write(tmp_path / "brief.svg", frame_of("2031-03-04"), Selection())
    assert own.read_bytes() == before


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_tables_have_no_further_pages(suffix: str, tmp_path: Path) -> None:
    """One file is written and returned; name-2 is nothing to a table."""
    other = tmp_path / f"a-2{suffix}"
    other.write_text("Dateline, page 2 of 3")
    assert write(tmp_path / f"a{suffix}", many_pages(), Selection()) == (tmp_path / f"a{suffix}",)
    assert other.read_text() == "Dateline, page 2 of 3"


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Where a further page cannot be written, the first one is still the old one."""
    first = tmp_path / "brief.svg"
    first.write_text("old")
    (tmp_path / ".brief-2.svg.part").mkdir()
    with pytest.raises(ExportError):
        write(first, many_pages(), Selection())
    assert first.read_text() == "old"

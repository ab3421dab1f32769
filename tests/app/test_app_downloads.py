"""Tables to take away: read and sent piece by piece, and the same as made all at once."""

from datetime import date

import pytest
from factories import make_readings

from dashboard.app import downloads
from dashboard.app.desk import Desk
from dashboard.export import to_csv, to_json
from dashboard.model import KINDS, Folder
from dashboard.selection import Selection
from dashboard.store import build, open_store, pieces

SELECTIONS = (
    Selection(),
    Selection(kinds=KINDS),
    Selection(known_by=date(2022, 6, 1)),
    Selection(first=date(2021, 1, 1), last=date(2021, 12, 31)),
    Selection(countries=("XXX",)),
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk over some hundred events."""
    path = tmp_path_factory.mktemp("downloads") / "many.db"
    readings = make_readings(300)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    return Desk(open_store(path))


@pytest.mark.parametrize("selection", SELECTIONS)
def test_tables_in_pieces_are_those_made_at_once(
    many: Desk, selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many small pieces give the same rows, in the same order, as the frame of all of them."""
    monkeypatch.setattr(pieces, "PIECE", 7)
    monkeypatch.setattr(downloads, "TOGETHER", 3)
    frame = many.store.select(selection)
    for suffix, whole in (("csv", to_csv(frame)), ("json", to_json(frame, selection))):
        _, make = downloads.TABLES[suffix]
        parts = [*downloads.begun(make(many, selection))]
        assert "".join(parts) == whole
        assert len(parts) > len(frame) / 10


def test_no_piece_holds_all(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only as many reports are read as one piece has before the first of them is sent."""
    monkeypatch.setattr(pieces, "PIECE", 7)
    read = many.store.pieces.in_order(Selection(kinds=KINDS))
    assert len(next(read)) == 7
    read = many.store.pieces.by_event(Selection(kinds=KINDS))
    assert len({row["event_id"] for row in next(read)}) == 7

"""Report rows → JSON: what was asked for, and each event with its reports inside."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import orjson
import pandas as pd

from dashboard.events import EVENT_COLUMNS, gather
from dashboard.export.characters import in_utf8
from dashboard.frame import COLUMNS, Column, rows_of
from dashboard.selection import Selection, to_url
from dashboard.view.items import items_from
from dashboard.view.words import sentence_of

Row = dict[Any, Any]
_INSIDE = "report_ids"
OF_EVENT = tuple(c for c in EVENT_COLUMNS if c.name != _INSIDE)
OF_REPORT = tuple(c for c in COLUMNS if c.name != "event_id")
"""What an event says beside its reports, and a report inside its event."""


def to_json(frame: pd.DataFrame, selection: Selection) -> str:
    """Return selection, sentence and events in date order (undated last) as indented JSON.

    columns says what each field means, of the events and of the reports inside them.
    """
    rows = rows_of(frame)
    events = gather(rows)
    sentence = sentence_of(frame, *items_from(rows, events), selection)
    return "".join(json_parts(selection, sentence, [(events, rows)]))


def json_parts(
    selection: Selection, sentence: str, pieces: Iterable[tuple[Sequence[Row], Sequence[Row]]]
) -> Iterator[str]:
    """Yield the same part by part; each piece has some events, in date order, and their reports."""
    head = {
        "selection": to_url(selection),
        "sentence": sentence,
        "columns": {
            "events": {c.name: c.meaning for c in OF_EVENT},
            "reports": {c.name: c.meaning for c in OF_REPORT},
        },
    }
    yield _written(head).removesuffix("\n}") + ',\n  "events": ['
    joint = ""
    for events, rows in pieces:
        for event in _events(events, rows):
            yield f"{joint}\n    " + _written(event).replace("\n", "\n    ")
            joint = ","
    yield ("\n  " if joint else "") + "]\n}\n"


def _written(data: Any) -> str:
    return orjson.dumps(data, option=orjson.OPT_INDENT_2).decode()


def _events(events: Sequence[Row], rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    reports: dict[str, list[Row]] = {}
    for row in rows:
        reports.setdefault(row["event_id"], []).append(row)
    for event in events:
        told = _in_order(reports[event["event_id"]], event[_INSIDE])
        yield {**_told(event, OF_EVENT), "reports": [_told(row, OF_REPORT) for row in told]}


def _in_order(rows: Sequence[Row], ids: Sequence[str]) -> list[Row]:
    places = {key: at for at, key in enumerate(dict.fromkeys(ids))}
    return sorted(rows, key=lambda row: places[row["report_id"]])


def _told(row: Row, columns: Iterable[Column]) -> dict[str, Any]:
    return {c.name: _plain(row[c.name]) for c in columns}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return in_utf8(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is pd.NaT or value is None:
        return None
    if isinstance(value, pd.Timestamp):
        return date(value.year, value.month, value.day).isoformat()
    return value.item() if hasattr(value, "item") else value

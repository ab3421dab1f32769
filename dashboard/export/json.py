"""Report rows → JSON: what was asked for, and each event with its reports inside."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.events import EVENT_COLUMNS, to_events
from dashboard.export.characters import in_utf8
from dashboard.frame import COLUMNS
from dashboard.selection import Selection, to_url
from dashboard.view.items import items_of
from dashboard.view.words import sentence_of

Row = dict[Any, Any]
_INSIDE = "report_ids"
_OUTSIDE = "event_id"


def to_json(frame: pd.DataFrame, selection: Selection) -> str:
    """Return selection, sentence and events in date order (undated last) as indented JSON.

    columns says what each field means, of the events and of the reports inside them.
    """
    events = to_events(frame).to_dict("records") if len(frame) else []
    items, undated = items_of(frame, events)
    data = {
        "selection": to_url(selection),
        "sentence": sentence_of(frame, items, undated, selection),
        "columns": {
            "events": {c.name: c.meaning for c in EVENT_COLUMNS if c.name != _INSIDE},
            "reports": {c.name: c.meaning for c in COLUMNS if c.name != _OUTSIDE},
        },
        "events": list(_events(frame, events)),
    }
    return in_utf8(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _events(frame: pd.DataFrame, events: Sequence[Row]) -> Iterator[dict[str, Any]]:
    reports: dict[str, list[Row]] = {}
    for row in frame.to_dict("records"):
        reports.setdefault(row["event_id"], []).append(row)
    for event in events:
        rows = _in_order(reports[event["event_id"]], event[_INSIDE])
        yield {**_told(event, _INSIDE), "reports": [_told(row, _OUTSIDE) for row in rows]}


def _in_order(rows: Sequence[Row], ids: Sequence[str]) -> list[Row]:
    places = {key: at for at, key in enumerate(dict.fromkeys(ids))}
    return sorted(rows, key=lambda row: places[row["report_id"]])


def _told(row: Row, without: str) -> dict[str, Any]:
    return {str(key): _plain(value) for key, value in row.items() if key != without}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is pd.NaT or value is None:
        return None
    if isinstance(value, pd.Timestamp):
        return date(value.year, value.month, value.day).isoformat()
    return value.item() if hasattr(value, "item") else value

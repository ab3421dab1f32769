"""Report rows → JSON: what was asked for, and each event with its reports inside."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from dashboard.frame import COLUMNS, EVENT_COLUMNS, to_events
from dashboard.selection import Selection, to_url
from dashboard.view.items import items_of
from dashboard.view.words import sentence_of

_OF_EVENT = ("event_id", "report_ids")


def to_json(frame: pd.DataFrame, selection: Selection) -> str:
    """Return selection, sentence and events in date order (undated last) as indented JSON."""
    items, undated = items_of(frame)
    data = {
        "selection": to_url(selection),
        "sentence": sentence_of(frame, items, undated, selection),
        "columns": {c.name: c.meaning for c in (*EVENT_COLUMNS, *COLUMNS)},
        "events": list(_events(frame)),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _events(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    if not len(frame):
        return
    reports = dict(list(frame.groupby("event_id", sort=False)))
    for event in to_events(frame).to_dict("records"):
        rows = reports[event["event_id"]].to_dict("records")
        rows.sort(key=lambda row: event["report_ids"].index(row["report_id"]))
        told = {str(k): _plain(v) for k, v in event.items() if k != "report_ids"}
        told["reports"] = [
            {str(k): _plain(v) for k, v in row.items() if k not in _OF_EVENT} for row in rows
        ]
        yield told


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is pd.NaT or value is None:
        return None
    if isinstance(value, pd.Timestamp):
        return date(value.year, value.month, value.day).isoformat()
    return value.item() if hasattr(value, "item") else value

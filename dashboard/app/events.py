"""The events as rows of plain data: for the table, for the list on small screens, for the tray."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.app import wording
from dashboard.countries import country_name
from dashboard.frame import to_events

MOST = 1000
"""Rows sent to the page at once; what is left out is said."""

FIRST_SHOWN = 200
"""Rows the page shows before the reader asks for more."""


def event_rows(reports: pd.DataFrame) -> dict[str, Any]:
    """Return the first MOST events of a report frame, in the order of the timeline.

    Each has the quote of its best founded report, with its language. The events without a
    day come a second time as the tray, and both are counted in full.
    """
    events = to_events(reports)
    languages = dict(zip(reports["report_id"], reports["language"], strict=True))
    rows = [
        {**_row(event), "lang": languages[event["report_ids"][0]]}
        for event in events.head(MOST).to_dict("records")
    ]
    undated = events[events["earliest"].isna() & events["latest"].isna()]
    tray = [
        {"id": event["event_id"], "label": event["label"]}
        for event in undated.head(MOST).to_dict("records")
    ]
    return {
        "rows": rows,
        "total": len(events),
        "page": FIRST_SHOWN,
        "undated": tray,
        "undated_total": len(undated),
    }


def _row(event: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": event["event_id"],
        "day": edtf.in_words(event["date"]),
        "label": event["label"],
        "quote": event["quote"],
        "countries": [country_name(code) for code in event["countries"]],
        "kind": wording.KIND_LABELS[event["kind"]],
        "sources": ", ".join(event["publishers"]),
        "disagree": bool(event["disagree"]),
    }

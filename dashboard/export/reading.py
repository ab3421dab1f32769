"""Report rows back from a .csv or .json file that an export wrote."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.errors import ExportError, TimelineError
from dashboard.export.csv import without_marks
from dashboard.frame import COLUMNS, from_csv, typed

_LISTS = tuple(column.name for column in COLUMNS if column.dtype == "list")


def read_export(path: Path) -> tuple[pd.DataFrame, str | None]:
    """Return the rows of an exported table, and what was selected; None where that is not said.

    Raises ExportError for a file that is not there or that no export wrote.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise ExportError(
            f"{path} is no table of reports.", "Name a .csv or .json file that export wrote."
        )
    try:
        return _READERS[suffix](path)
    except OSError as error:
        raise ExportError(
            f"{path} cannot be read: {error.strerror}.", "Name a file that export wrote."
        ) from None
    except (TimelineError, KeyError, TypeError, ValueError) as error:
        fact = error.message if isinstance(error, TimelineError) else f"{type(error).__name__}."
        raise ExportError(
            f"{path} is no table that export wrote: {fact}", "Export it anew."
        ) from None


def _csv(path: Path) -> tuple[pd.DataFrame, None]:
    return without_marks(from_csv(path)), None


def _json(path: Path) -> tuple[pd.DataFrame, str]:
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = [
        {**report, "event_id": event["event_id"]}
        for event in data["events"]
        for report in event["reports"]
    ]
    frame = pd.DataFrame(rows, columns=[column.name for column in COLUMNS])
    frame = frame.assign(**{name: [_tuples(v) for v in frame[name]] for name in _LISTS})
    return typed(frame), str(data["selection"])


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value


_READERS = {".csv": _csv, ".json": _json}

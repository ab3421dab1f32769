"""Dateline: news articles in, a timeline out in which every event shows the words that report it.

    article file -> Article -> Reports -> Events -> data frame -> store -> picture

Three lines give the data frame of a folder of articles:

    articles = read_articles("seeds")
    reports = extract_reports(articles)
    frame = to_frame(reports)

A fourth draws it in a notebook, a fifth only what is asked for:

    timeline_figure(frame)
    timeline_figure(frame, Selection(countries=("BLR", "RUS"), match="all"))

The names below load on first use, so that importing a small part stays quick.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "read_articles": "dashboard.read",
    "extract_reports": "dashboard.extract",
    "to_frame": "dashboard.frame",
    "to_events": "dashboard.events",
    "Selection": "dashboard.selection",
    "timeline_figure": "dashboard.notebook",
    "create_app": "dashboard.app",
}

__all__ = sorted(_HOMES)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dashboard' has no attribute {name!r}")

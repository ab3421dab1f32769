"""The timeline as a figure for notebooks and scripts: the same picture as on the screen.

from dashboard import Selection, extract_reports, read_articles, timeline_figure, to_frame

frame = to_frame(extract_reports(read_articles("seeds")))
timeline_figure(frame, Selection(countries=("BLR",))).show()
"""

from collections.abc import Mapping

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.events import to_events
from dashboard.figure import to_figure
from dashboard.lookback import is_out
from dashboard.selection import Selection, active, matches
from dashboard.view import timeline_view

WIDTH = 1100


def select_reports(
    frame: pd.DataFrame, selection: Selection, texts: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return all report rows of every event that a selection shows, in their order.

    Where it looks back to a day, only what was surely out by then is there (`known_by`).
    A search for words reaches whole articles if that is asked for (text_in) and their texts
    are handed over by file name.

    >>> from dashboard import Selection, extract_reports, to_frame
    >>> from dashboard.model import Article
    >>> frame = to_frame(extract_reports([
    ...     Article("a.txt", "Norway signed a treaty with Chile on 4 May 2021."),
    ...     Article("b.txt", "Peru recalled its envoy on 9 May 2021."),
    ... ]))
    >>> list(select_reports(frame, Selection(countries=("PER",)))["date"])
    ['2021-05-09']
    """
    known_by = active(selection).known_by
    if known_by:
        frame = frame[[is_out(day, known_by) for day in frame["published_on"]]]
    events = to_events(frame).to_dict("records")
    shown = {event["event_id"] for event in events if matches(selection, event, texts)}
    return frame[frame["event_id"].isin(shown)].reset_index(drop=True)


def timeline_figure(
    frame: pd.DataFrame,
    selection: Selection | None = None,
    *,
    width: int = WIDTH,
    theme: str = "",
) -> Figure:
    """Return the timeline of what a selection shows of a report frame, at a width in px.

    Without a selection it shows everything but background, as the screen does at first. The
    theme is light unless it, or the selection, says dark.

    >>> from dashboard import Selection, extract_reports, to_frame
    >>> from dashboard.model import Article
    >>> article = Article("a.txt", "Norway signed a treaty with Chile on 4 May 2021.")
    >>> figure = timeline_figure(to_frame(extract_reports([article])), Selection())
    >>> any("Norway signed" in words for words in figure.data[0].text)
    True
    >>> figure.layout.width == 1100
    True
    """
    asked = active(selection or Selection())
    reports = select_reports(frame, asked)
    view = timeline_view(reports, asked, width=width, theme=theme or asked.theme or "light")
    return Figure(to_figure(view))

"""The briefing view: the picture alone, as wide as the window lets it be, and its downloads."""

from dataclasses import replace
from typing import Any

from dash import html

from dashboard.app import ids
from dashboard.selection import Selection, to_url
from dashboard.view import TimelineView


def layout() -> html.Section:
    """Return the pane; the page's script fills it when the address asks for it."""
    return html.Section(
        id=ids.BRIEFING, className="briefing", hidden=True, **{"aria-label": "Briefing picture"}
    )


def briefing_data(view: TimelineView, selection: Selection) -> dict[str, Any] | None:
    """Return addresses and alternative text of the picture, None where another view is asked."""
    if selection.view != "briefing":
        return None
    query = to_url(selection.without("view", "event"))
    return {
        "svg": f"/export/briefing.svg{query}",
        "png": f"/export/briefing.png{query}",
        "back": to_url(replace(selection, view="")),
        "alt": alternative_text(view),
    }


def alternative_text(view: TimelineView) -> str:
    """Return title, sentence and the list of events, for those who do not see the picture."""
    listed = " ".join(f"{number}. {mark.name}" for number, mark in enumerate(view.marks, 1))
    return " ".join(part for part in (f"{view.title}.", view.sentence, listed) if part)

"""Addresses beside the page: the selection as a file, made with dashboard.export."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
from dash import Dash
from flask import Response, request

from dashboard.app.desk import Desk
from dashboard.errors import TimelineError
from dashboard.export import to_csv, to_json, to_png, to_svg
from dashboard.selection import Selection, from_url
from dashboard.view import briefing_view

Maker = Callable[[pd.DataFrame, Selection], str | bytes]


def _picture(frame: pd.DataFrame, selection: Selection) -> str:
    return to_svg(briefing_view(frame, selection, theme=selection.theme or "light"))


def _pixels(frame: pd.DataFrame, selection: Selection) -> bytes:
    return to_png(briefing_view(frame, selection, theme=selection.theme or "light"))


MAKERS: Mapping[str, tuple[str, Maker]] = {
    "csv": ("text/csv; charset=utf-8", lambda frame, selection: to_csv(frame)),
    "json": ("application/json", lambda frame, selection: to_json(frame, selection)),
    "svg": ("image/svg+xml; charset=utf-8", _picture),
    "png": ("image/png", _pixels),
}


def register(app: Dash, desk: Desk) -> None:
    """Register GET /export/timeline.<csv|json|svg|png> and /export/briefing.<svg|png>."""

    @app.server.get("/export/<any(timeline, briefing):name>.<any(csv, json, svg, png):suffix>")
    def export(name: str, suffix: str) -> Response:
        """Return the selection in the query as a file; 400 with the reason where it is wrong."""
        media_type, make = MAKERS[suffix]
        try:
            selection = replace(from_url(request.query_string.decode()), event="", view="")
            body = make(desk.store.select(selection), selection)
        except TimelineError as error:
            text = f"{error.message}\n{error.remedy}\n"
            return Response(text, status=400, mimetype="text/plain")
        headers = {"Cache-Control": "no-store"}
        if name == "timeline" or "download" in request.args:
            headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        return Response(body, content_type=media_type, headers=headers)

"""Addresses beside the page: the selection as files and as rows of the table, the accounts."""

from collections.abc import Callable, Mapping

import pandas as pd
from dash import Dash
from flask import Response, jsonify, request

from dashboard.app.desk import Desk
from dashboard.app.memory import give_back
from dashboard.app.options import part_counts
from dashboard.app.table import read_piece
from dashboard.errors import TimelineError
from dashboard.export import to_csv, to_json, to_png, to_svg
from dashboard.selection import Selection, from_url, picture_theme
from dashboard.view import TimelineView, briefing_view

Maker = Callable[[pd.DataFrame, Selection, int], str | bytes]


def _svg(frame: pd.DataFrame, selection: Selection, page: int) -> str:
    return to_svg(_picture(frame, selection, page))


def _png(frame: pd.DataFrame, selection: Selection, page: int) -> bytes:
    return to_png(_picture(frame, selection, page))


def _picture(frame: pd.DataFrame, selection: Selection, page: int) -> TimelineView:
    """Lay out one page; a page that is not there is the last one."""
    theme = picture_theme(selection)
    view = briefing_view(frame, selection, theme=theme)
    wanted = min(page, view.pages)
    return view if wanted < 2 else briefing_view(frame, selection, theme=theme, page=wanted)


LAST = 10**9
"""No list of articles is longer."""

MAKERS: Mapping[str, tuple[str, Maker]] = {
    "csv": ("text/csv; charset=utf-8", lambda frame, selection, page: to_csv(frame)),
    "json": ("application/json", lambda frame, selection, page: to_json(frame, selection)),
    "svg": ("image/svg+xml; charset=utf-8", _svg),
    "png": ("image/png", _png),
}


def _first() -> int:
    """Return where the page of articles that is asked for begins; what is no number is 0."""
    return min(max(request.args.get("first", 0, type=int), 0), LAST)


def register(app: Dash, desk: Desk) -> None:
    """Register GET /export/<timeline|briefing>.<suffix>, /rows, /counts, /accounts and /article."""

    @app.server.get("/accounts")
    def accounts() -> Response:
        """Return the accounts of articles as JSON, from the `first`-th on."""
        try:
            return jsonify(desk.room.accounts(_first()))
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 500, mimetype="text/plain")

    @app.server.get("/accounts/sums")
    def sums() -> Response:
        """Return the sums over all articles as JSON."""
        try:
            return jsonify(desk.room.sums())
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 500, mimetype="text/plain")

    @app.server.get("/rows")
    def rows() -> tuple[Response, int]:
        """Return some rows of the table of the selection in the query as JSON.

        sort, down, start and size say which; 400 with message and remedy where one is wrong.
        """
        try:
            selection = from_url(request.query_string.decode())
            return jsonify(desk.rows(selection, read_piece(request.args))), 200
        except TimelineError as error:
            return jsonify(message=error.message, remedy=error.remedy), 400

    @app.server.get("/counts")
    def counts() -> tuple[Response, int]:
        """Return what stands beside the boxes of the parts of the text, by their ids, as JSON."""
        try:
            selection = from_url(request.query_string.decode())
            response = jsonify(part_counts(desk.facet(selection, "text_in")))
            response.call_on_close(give_back)  # To look for words takes much for a moment.
            return response, 200
        except TimelineError as error:
            return jsonify(message=error.message, remedy=error.remedy), 400

    @app.server.get("/article")
    def article() -> Response:
        """Return the article that the query opens; 400 with the reason where there is none."""
        try:
            return jsonify(desk.article(from_url(request.query_string.decode())))
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 400, mimetype="text/plain")

    @app.server.get("/export/<any(timeline, briefing):name>.<any(csv, json, svg, png):suffix>")
    def export(name: str, suffix: str) -> Response:
        """Return the selection in the query as a file; 400 with the reason where it is wrong."""
        media_type, make = MAKERS[suffix]
        try:
            selection = from_url(request.query_string.decode()).at_rest().without("view")
            page = request.args.get("page", 1, type=int)
            body = make(desk.store.select(selection), selection, page)
        except TimelineError as error:
            text = f"{error.message}\n{error.remedy}\n"
            return Response(text, status=400, mimetype="text/plain")
        headers = {"Cache-Control": "no-store"}
        if name == "timeline":
            headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        return Response(body, content_type=media_type, headers=headers)

"""The screen: a Dash app over one store. `create_app(path)` makes it; `app.server` serves it."""

from pathlib import Path

from dash import Dash

from dashboard.app import corrections, finding, published, routes, show, views
from dashboard.app.desk import Desk
from dashboard.app.layout import INDEX, page
from dashboard.app.memory import share_heap
from dashboard.app.safety import protect
from dashboard.store import open_store

__all__ = ["create_app"]

RENDERER = """
var renderer = new DashRenderer({
  request_pre: () => dateline.startWaiting(),
  request_post: () => dateline.stopWaiting(),
});
"""
"""Starts Dash in the browser, and tells the page's scripts of each question and its answer."""

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def create_app(store: Path, rebuild: published.Rebuild | None = None) -> Dash:
    """Return the app over a store that was built; raise StoreError where it cannot be used.

    rebuild reads the articles again and builds the store, with what was corrected laid over;
    without it a publication day cannot be set on the screen.
    Nothing is fetched from any other host, and /healthy answers 200 when it is up.
    """
    share_heap()
    desk = Desk(open_store(store))
    desk.warm_up()
    app = Dash(
        "dashboard",
        assets_folder=str(ASSETS),
        index_string=INDEX,
        title="Dateline",
        update_title="",
        serve_locally=True,
        health_endpoint="healthy",
        on_error=show.report_failure,
        add_log_handler=False,
        enable_mcp=False,
        compress=False,
    )
    app.layout = page()
    show.register(app, desk)
    finding.register(app, desk)
    routes.register(app, desk)
    views.register(app, desk)
    published.register(app, desk, rebuild)
    corrections.register(app, desk)
    app.renderer = RENDERER
    protect(app)
    return app

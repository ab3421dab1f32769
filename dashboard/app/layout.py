"""The page: top bar, filter rail, stage, drawer and briefing pane, in the order of reading."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.app import briefing, drawing, finding, ids, published, rail, reader, views, watch
from dashboard.app.attributes import aria, data

ACCENT = [
    "#EAF1FB", "#D3E3F7", "#B4D0F2", "#8AB8FF", "#5A9BE8", "#2F7FD6", "#0B57B0", "#0B57B0",
    "#084A97", "#063A78",
]  # fmt: skip
"""Ten shades as Mantine wants them; the primary one has 7 to 1 on white."""

DARK = [
    "#E7ECF3", "#B3BECD", "#8E9AAB", "#6C7889", "#3A4658", "#2A3442", "#1A212C", "#11151C",
    "#0C1016", "#080B10",
]  # fmt: skip

MANTINE = {
    "primaryColor": "accent",
    "primaryShade": {"light": 6, "dark": 5},
    "colors": {"accent": ACCENT, "dark": DARK},
    "fontFamily": "Inter, system-ui, sans-serif",
    "defaultRadius": 6,
    "respectReducedMotion": True,
    "cursorType": "pointer",
}

INDEX = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{%title%}</title>
    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
    {%css%}
  </head>
  <body>
    {%app_entry%}
    <footer>{%config%}{%scripts%}{%renderer%}</footer>
  </body>
</html>"""


def page() -> dmc.MantineProvider:
    """Return the whole page, empty: the first answer fills it."""
    return dmc.MantineProvider(
        [
            dcc.Store(id=ids.FAILURE),
            *(dcc.Store(id=ids.opened(key)) for key in finding.PICKERS.values()),
            *(dcc.Store(id=ids.found(key)) for key in finding.PICKERS.values()),
            html.Div(
                [
                    *(*_skips(), _bar(), _body()),
                    *(briefing.layout(), views.layout(), published.layout()),
                ],
                id=ids.APP,
                className="app",
            ),
            watch.layout(),
        ],
        id=ids.PROVIDER,
        theme=MANTINE,
        defaultColorScheme="auto",
    )


def _skips() -> list[html.A]:
    links = ((ids.STAGE, "Skip to the timeline"), (ids.EVENTS, "Skip to the table of events"))
    return [html.A(words, href=f"#{key}", className="skip") for key, words in links]


def _bar() -> html.Header:
    return html.Header(
        [
            _button("Filters", "toggle-rail", **aria(expanded="true", controls=ids.RAIL)),
            html.Span("Dateline", className="brand"),
            html.Span(className="spring"),
            _button("More", "toggle-tools", **aria(expanded="false", controls=ids.TOOLS)),
            _tools(),
            _button("Briefing", "open-briefing", primary=True),
        ],
        id=ids.BAR,
        className="bar",
    )


def _tools() -> html.Div:
    """Return what stands in the bar, and on a phone in a menu behind "More"."""
    return html.Div(
        [
            html.Div(
                [
                    html.Span("Download", className="quiet"),
                    _link("CSV", "data", "timeline.csv"),
                    _link("JSON", "data", "timeline.json"),
                    _link("PNG", "picture", "timeline.png"),
                ],
                className="data",
            ),
            _button("Saved views", "open-views"),
            _button("Copy link", "copy-link"),
            _button("Dark theme", "toggle-theme"),
        ],
        id=ids.TOOLS,
        className="tools",
    )


def _button(words: str, action: str, primary: bool = False, **more: Any) -> html.Button:
    style = "button primary" if primary else "button"
    return html.Button(words, type="button", className=style, **data(action=action), **more)


def _link(words: str, what: str, file: str) -> html.A:
    about = aria(label=f"Download the {what} as {words}")
    return html.A(words, href=f"/export/{file}", download=file, **data(export=file), **about)


def _body() -> html.Div:
    return html.Div(
        [
            rail.layout(),
            _stage(),
            reader.layout(),
            html.Aside(id=ids.DRAWER, className="drawer", hidden=True, **aria(label="Evidence")),
        ],
        className="body",
    )


def _stage() -> html.Main:
    return html.Main(
        [
            html.Div(id=ids.BANNER, className="banner", role="alert"),
            html.Div(
                [
                    html.H1(id=ids.SENTENCE, className="sentence", tabIndex=-1),
                    html.Div(id=ids.CHIPS),
                ],
                className="heading",
            ),
            html.Div(id=ids.STATUS, className="hidden", role="status", **aria(live="polite")),
            drawing.timeline_layout(),
            drawing.overview_layout(),
            html.Section(id=ids.UNDATED, className="undated", **aria(label="Undated events")),
            html.Section(id=ids.SET_ASIDE, className="set-aside", **aria(label="Set aside")),
            html.Section(
                id=ids.EVENTS, className="events", tabIndex=-1, **aria(label="All events shown")
            ),
            html.Section(id=ids.ACCOUNTS, className="accounts", **aria(label="Articles")),
            html.Div(id=ids.NOTES, className="notes"),
            html.Div(id=ids.PAPER),
        ],
        id=ids.STAGE,
        className="stage",
        tabIndex=-1,
    )

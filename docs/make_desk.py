"""Takes the pictures of docs/gallery that show the desk: reader, table, tray, nothing, an error.

    python docs/make_desk.py [NAME ...]

A name is reader, table, tray, empty or error; without one all are taken. The reader shows an
article of the seeds, the others show invented events. Needs what make_gallery.py needs.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from make_gallery import GALLERY, PATIENCE, SIZES, THEMES, make_store, save
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

import chromium  # isort: skip  # make_gallery has put the tests on the path.
from dashboard.app import create_app  # isort: skip


def show_reader(page: Page) -> None:
    """Open the article of the first event that is told, with all its quotes marked."""
    page.locator("#events .open").nth(3).click()
    page.locator("#drawer").get_by_role("button", name="Open in article").first.click()
    page.locator("#reader").get_by_role("button", name="All events").click()
    expect(page.locator("#reader .text")).to_be_visible()


def show_part(key: str) -> Callable[[Page], None]:
    """Return what scrolls the stage to one of its parts."""

    def show(page: Page) -> None:
        page.locator(f"#{key} h2").evaluate("node => node.scrollIntoView({ block: 'start' })")

    return show


STATES: dict[str, tuple[str, str, Callable[[Page], object]]] = {
    "reader": ("seeds", "", show_reader),
    "table": ("200", "", show_part("events")),
    "tray": ("200", "?country=BRA&country=CHL", show_part("undated")),
    "empty": (
        "200",
        "?country=NOR&actor=River+Commission&from=2024-02-01&to=2024-02-09",
        lambda _: None,
    ),
    "error": ("200", "?from=30+February", lambda _: None),
}
"""Which store, which query, and what is done there, by the name of the picture."""


def take(browser: Browser, name: str, store: Path) -> None:
    """Serve a store and take a state of the desk in each size and theme."""
    _, query, act = STATES[name]
    server = make_server("127.0.0.1", 0, create_app(store).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    for width, height in SIZES.items():
        for theme in THEMES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=theme,  # type: ignore[arg-type]
                reduced_motion="reduce",
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{query}")
            first = page.locator("#events h2, #banner strong").first
            expect(first).to_be_visible(timeout=PATIENCE)
            act(page)
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(500)
            save(page.screenshot(), GALLERY / f"{name}-{width}-{theme}.png")
            page.close()
    server.shutdown()


def main(names: list[str]) -> None:
    """Take the pictures of these states."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        stores: dict[str, Path] = {}
        for name in names or STATES:
            of = STATES[name][0]
            stores.setdefault(of, Path(folder) / f"{of}.db")
            if not stores[of].exists():
                make_store(of, Path(folder))
            take(browser, name, stores[of])
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

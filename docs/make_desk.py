"""Takes the pictures of the desk for docs/gallery, and the two that the README shows.

    python docs/make_desk.py [NAME ...]

A name is reader, table, tray, empty or error, which go to docs/gallery, or readme for
docs/app.png and docs/briefing.png; without one all are taken. Reader and readme show the
seeds, the others invented events. Needs what make_gallery.py needs.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from make_gallery import GALLERY, PATIENCE, ROOT, SIZES, THEMES, make_store, save
from PIL import Image
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


def show_table(page: Page) -> None:
    """Scroll to the table, or to the list that a phone has in place of it."""
    page.locator("#events h2").evaluate("node => node.scrollIntoView({ block: 'start' })")


def show_tray(page: Page) -> None:
    """Scroll to what has no day: the tray, or on a phone the end of the list."""
    title, more = page.locator("#undated h2"), page.get_by_role("button", name="Show more")
    if title.is_visible():
        return title.evaluate("node => node.scrollIntoView({ block: 'start' })")
    rows = page.locator("#events ol > li")
    while more.is_visible():
        shown = rows.count()
        more.click()
        expect(rows).not_to_have_count(shown)
    return rows.last.evaluate("node => node.scrollIntoView({ block: 'end' })")


STATES: dict[str, tuple[str, str, Callable[[Page], object]]] = {
    "reader": ("seeds", "", show_reader),
    "table": ("200", "", show_table),
    "tray": ("200", "?country=BRA&country=CHL", show_tray),
    "empty": (
        "200",
        "?country=NOR&actor=River+Commission&from=2024-02-01&to=2024-02-09",
        lambda _: None,
    ),
    "error": ("200", "?from=30+February", lambda _: None),
}
"""Which store, which query, and what is done there, by the name of the picture."""


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serve a store and give its address."""
    server = make_server("127.0.0.1", 0, create_app(store).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def take(browser: Browser, name: str, store: Path) -> None:
    """Take a state of the desk in each size and theme."""
    _, query, act = STATES[name]
    with serving(store) as url:
        for width, height in SIZES.items():
            for theme in THEMES:
                page = open_page(browser, f"{url}/{query}", (width, height), theme)
                act(page)
                shoot(page, GALLERY / f"{name}-{width}-{theme}.png")


def take_readme(browser: Browser, store: Path) -> None:
    """Take the seeds with the evidence of an event that two sources tell, and their briefing."""
    with serving(store) as url:
        page = open_page(browser, url, (1680, 1000), "light")
        page.locator(".mark[aria-label*='2 sources']").first.click()
        expect(page.locator("#drawer-title")).to_be_visible()
        page.mouse.move(0, 0)
        drawn = page.request.get(f"{url}/export/briefing.png").body()
        settle(page)
        page.screenshot(path=ROOT / "docs" / "app.png")
        page.close()
    small = Image.open(BytesIO(drawn)).resize((1600, 900), Image.Resampling.LANCZOS)
    small.convert("RGB").save(ROOT / "docs" / "briefing.png", optimize=True)


def open_page(browser: Browser, url: str, size: tuple[int, int], theme: str) -> Page:
    """Open an address and wait until it shows events, or why it does not."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page.goto(url)
    first = page.locator("#events h2, #banner strong").first
    expect(first).to_be_visible(timeout=PATIENCE)
    return page


def settle(page: Page) -> None:
    """Wait until the fonts are there and what follows a press is drawn."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(1000)


def shoot(page: Page, path: Path) -> None:
    """Keep what a page shows in few colours, and close it."""
    settle(page)
    save(page.screenshot(), path)
    page.close()


def main(names: list[str]) -> None:
    """Take the pictures of these states."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        stores: dict[str, Path] = {}
        for name in names or (*STATES, "readme"):
            of = "seeds" if name == "readme" else STATES[name][0]
            if of not in stores:
                stores[of] = make_store(of, Path(folder))
            if name == "readme":
                take_readme(browser, stores[of])
            else:
                take(browser, name, stores[of])
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

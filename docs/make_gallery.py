"""Takes the pictures of docs/gallery from the running app, over invented events and the seeds.

    python docs/make_gallery.py [NAME ...]

A name is seeds or a number of events (12, 18, 24, 200, 10000, 1000000); without one all are
taken, which needs some minutes for the million. Needs a Chromium and what requirements-dev.txt
lists.
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "browser")]

import chromium  # noqa: E402
from factories import make_readings  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, expect, sync_playwright  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

from benchmarks import corpus  # noqa: E402
from dashboard.app import create_app  # noqa: E402
from dashboard.cli import main as command  # noqa: E402
from dashboard.model import Folder  # noqa: E402
from dashboard.selection import Selection  # noqa: E402
from dashboard.store import build, open_store  # noqa: E402
from dashboard.view.items import items_of  # noqa: E402

GALLERY = ROOT / "docs" / "gallery"
COUNTS = (12, 18, 24, 200, 10_000, 1_000_000)
MANY = 100_000
"""As many events and more go into the store as they are: reading them from articles takes hours."""
SIZES = {1440: 900, 390: 844}
THEMES = ("light", "dark")
COLORS = 192
PATIENCE = 60_000


def make_store(name: str, folder: Path) -> Path:
    """Build the store of the seeds, or one that shows so many dated events, or a few more."""
    path = folder / f"{name}.db"
    if name == "seeds":
        command(["build", "--store", str(path)])
        return path
    if int(name) >= MANY:
        corpus.write(path, int(name))
        return path
    wanted = shown = 0
    while shown < int(name):
        wanted += max(1, int(name) - shown)
        readings = make_readings(wanted)
        build(path, Folder(tuple(reading.article for reading in readings)), readings)
        shown = len(items_of(open_store(path).select(Selection()))[0])
    return path


def take(browser: Browser, name: str, store: Path) -> None:
    """Serve a store and take its pictures in each size and theme."""
    server = make_server("127.0.0.1", 0, create_app(store).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    for width, height in SIZES.items():
        for theme in THEMES:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/?theme={theme}")
            expect(page.locator("#sentence")).not_to_be_empty(timeout=PATIENCE)
            expect(page.locator("#overview-graph .main-svg").first).to_be_visible(timeout=PATIENCE)
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(500)
            save(page.screenshot(), GALLERY / f"{name}-{width}-{theme}.png")
            page.close()
    server.shutdown()


def save(png: bytes, path: Path) -> None:
    """Keep a picture in few colours: the frequent ones as they are, so that no line is lost."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    rest = picture.quantize(COLORS, Image.Quantize.FASTOCTREE).getpalette() or []
    palette = Image.new("P", (1, 1))
    frequent = [part for _, color in counted[: 256 - COLORS] for part in color]
    palette.putpalette([*frequent, *rest[: 3 * COLORS]])
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def main(names: list[str]) -> None:
    """Take the pictures of these stores."""
    GALLERY.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        for name in names or ["seeds", *map(str, COUNTS)]:
            take(browser, name, make_store(name, Path(folder)))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

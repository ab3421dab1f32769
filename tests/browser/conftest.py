"""The browser tests' ground: a real server, a real Chromium, and pages that may not complain.

A test that takes `page` fails, whatever else it checks, when the page writes an error to the
console, throws, or asks any other host for anything. `page.goto("/?…")` is relative to
`server_url`. Without playwright these tests are left out; without Chromium they fail.
"""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import chromium
import complaints
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 20_000
"""Milliseconds until a page that does not come to what is expected fails: machines are shared."""

FLAGS = (
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--hide-scrollbars",
    "--renderer-process-limit=1",  # All pages share one process: see `reader`.
)

if importlib.util.find_spec("pytest_playwright") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def server_url(seeds_store: Path) -> Iterator[str]:
    """The address of the app serving the seeds on a free port."""
    from werkzeug.serving import make_server

    from dashboard.app import create_app

    server = make_server("127.0.0.1", 0, create_app(seeds_store).server, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine, drawing the same everywhere; be patient with it."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    try:
        path = chromium.find()
    except chromium.NoChromium as error:
        pytest.fail(str(error), pytrace=False)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if is_root else [*FLAGS]
    return {**browser_type_launch_args, "executable_path": path, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], server_url: str) -> dict[str, Any]:
    """Look at the app like one reader always: full HD, British English, UTC, no motion."""
    return {
        **browser_context_args,
        "base_url": server_url,
        "viewport": {"width": 1920, "height": 1080},
        "device_scale_factor": 1,
        "locale": "en-GB",
        "timezone_id": "UTC",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def reader(
    browser: "Browser", browser_context_args: dict[str, Any], server_url: str
) -> Iterator["BrowserContext"]:
    """The one reader of all tests, with a page that stays open.

    It keeps the process of the pages alive, in which the scripts are compiled already: a page
    is there in a third of the time.
    """
    reader = browser.new_context(**browser_context_args)
    reader.new_page().goto("/healthy")
    yield reader
    reader.close()


@pytest.fixture
def context(reader: "BrowserContext") -> Iterator["BrowserContext"]:
    """The reader, who after the test has kept nothing, is allowed nothing, and has no page open."""
    yield reader
    stays, *others = reader.pages
    for page in others:
        page.close()
    stays.evaluate("localStorage.clear()")
    reader.clear_permissions()
    reader.clear_cookies()


@pytest.fixture
def page(context: "BrowserContext", server_url: str) -> Iterator["Page"]:
    """An empty page whose complaints fail the test when it is over."""
    page = context.new_page()
    heard = complaints.listen(page, server_url)
    yield page
    page.close()
    assert not heard, "\n".join(heard)

"""Finds a Chromium for the browser tests, or installs one.

    python tests/browser/chromium.py             print the path of the one found
    python tests/browser/chromium.py --install   the same, installing one where there is none

Looked at in this order: the environment variable DATELINE_CHROMIUM, Chromium and Chrome on
the PATH and in the usual places, what Playwright has downloaded; then, with --install,
Debian's package when root, and Playwright's download. Needs the standard library only,
and playwright for the last two.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

VARIABLE = "DATELINE_CHROMIUM"
NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
REMEDY = f"Install Chromium or Google Chrome, or set {VARIABLE} to the path of one."


class NoChromium(Exception):
    """No Chromium can be used; says why, and what to do, in one line."""


def find() -> str:
    """Return the path of a Chromium; raise NoChromium where there is none."""
    if named := os.environ.get(VARIABLE):
        if found := shutil.which(named):
            return found
        raise NoChromium(f"{VARIABLE} is {named!r}, which is no program. {REMEDY}")
    on_path = (shutil.which(name) for name in (*NAMES, *PLACES))
    if found := next(filter(None, on_path), None) or _downloaded():
        return found
    raise NoChromium(f"No Chromium was found for the browser tests. {REMEDY}")


def install() -> str:
    """Return the path of a Chromium, installed first where there is none."""
    try:
        return find()
    except NoChromium:
        if os.environ.get(VARIABLE):
            raise
    for way in (_install_package, _install_download):
        if way():
            with suppress(NoChromium):
                return find()
    raise NoChromium(f"No Chromium was found, and none could be installed. {REMEDY}")


def _downloaded() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install_package() -> bool:
    if os.name != "posix" or os.geteuid() != 0 or not Path("/etc/debian_version").is_file():
        return False
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    print("Installing Debian's chromium for the browser tests ...", file=sys.stderr)
    return _runs([*apt, "update"]) and _runs(
        [*apt, "install", "--yes", "--no-install-recommends", "chromium"]
    )


def _install_download() -> bool:
    print("Downloading Playwright's Chromium for the browser tests ...", file=sys.stderr)
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"])


def _runs(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, stdout=sys.stderr, env=environment, check=False)
    except OSError:
        return False
    return done.returncode == 0


def main(arguments: list[str]) -> int:
    """Print the path and return 0, or print one line of what is wrong and return 1."""
    way: Callable[[], str] = install if "--install" in arguments else find
    try:
        print(way())
    except NoChromium as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

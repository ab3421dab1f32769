"""Listens to what a page must not do: complain, fail, or ask another host for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request


def listen(page: Page, server_url: str) -> list[str]:
    """Return a list that fills with what the page complains of or asks of other hosts."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console error: {message.text} ({message.location['url']})")

    def watch(request: Request) -> None:
        if is_foreign(request.url, server_url):
            complaints.append(f"asked another host: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
    page.on("request", watch)
    page.on("websocket", lambda socket: complaints.append(f"opened a socket: {socket.url}"))
    return complaints


def is_foreign(url: str, server_url: str) -> bool:
    """Say whether an address leads away from the server.

    >>> is_foreign("http://127.0.0.1:80/a", "http://127.0.0.1:80"), is_foreign("data:,x", "")
    (False, False)
    """
    asked = urlsplit(url)
    return (
        asked.scheme not in ("data", "blob", "about")
        and asked.netloc != urlsplit(server_url).netloc
    )

"""Listens on the first free port and hands requests to the app."""

import errno
import logging
import os
import socket
import webbrowser
from typing import Any

from waitress import create_server

from dashboard.errors import TimelineError

TRIES = 50
THREADS = 8
"""A page asks for some twenty files at once when it opens; more wait a moment, silently."""

TAKEN = (errno.EADDRINUSE, errno.EACCES)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that holds the first free port from `port` on."""
    last = min(port + TRIES, 65536)
    for candidate in range(port, last):
        try:
            return _bound(host, candidate)
        except OSError as error:
            if error.errno not in TAKEN:
                raise TimelineError(
                    f"{host} cannot be listened on: {error.strerror or error}.",
                    "Give an address of this machine with --host, such as 127.0.0.1.",
                ) from None
    raise TimelineError(
        f"No port from {port} to {last - 1} is free.", "Name another with --port NUMBER."
    )


def _bound(host: str, port: int) -> socket.socket:
    flags = socket.AI_PASSIVE
    family, kind, _, _, address = socket.getaddrinfo(
        host or None, port, type=socket.SOCK_STREAM, flags=flags
    )[0]
    found = socket.socket(family, kind)
    try:
        if os.name == "posix":  # Elsewhere this would share a port that is in use.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen()
    except OSError:
        found.close()
        raise
    return found


def run(app: Any, listener: socket.socket, address: str = "") -> None:
    """Serve the app until interrupted; open a browser on the address, if one is given."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, sockets=[listener], ident=None, threads=THREADS)
    if address:
        webbrowser.open(address)
    try:
        server.run()
    finally:
        server.close()

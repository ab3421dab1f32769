"""Listens on the first free port and hands requests to the app."""

import errno
import logging
import os
import socket
import webbrowser
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError

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


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads requests, and calls an address that none is a bad request."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the first lines; what is no address in them must not end the connection."""
        try:
            super().parse_header(header_plus)
        except ValueError:
            raise ParsingError("The address cannot be read.") from None


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose requests are read so."""

    parser_class = Parser


def make_server(app: Any, listener: socket.socket) -> Any:
    """Return a server of the app on a socket that listens."""
    server = create_server(app, sockets=[listener], ident=None, threads=THREADS)
    server.channel_class = Channel
    return server


def run(app: Any, listener: socket.socket, address: str = "") -> None:
    """Serve the app until interrupted; open a browser on the address, if one is given."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = make_server(app, listener)
    if address:
        webbrowser.open(address)
    try:
        server.run()
    finally:
        server.close()

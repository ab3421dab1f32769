"""The commands: python -m dashboard COMMAND: serve, build, export, changes, explain, date, check.

This is the only room that knows folders. What goes wrong is said in two lines on the
error stream, one of fact and one of remedy, and ends with exit code 1.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from dashboard import __version__
from dashboard.cli import changing, commands, dating
from dashboard.cli.own_rules import own_rules
from dashboard.cli.saying import say_error
from dashboard.errors import TimelineError

HOSTS = ("127.0.0.1", "localhost")
"""Addresses that only this machine reaches: nobody logs in, so nobody else may look in."""
MOST_WORKERS = 61
"""Windows waits for no more processes than these."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command (serve where none is named); return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A console that lacks a character shows its code.
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "serve")
    try:
        args = to_parser().parse_args(words)
        with own_rules(args.rules, examples=args.run is not commands.check):
            code = int(args.run(args))
        sys.stdout.flush()
        return code
    except TimelineError as error:
        say_error(error)
        return 1
    except KeyboardInterrupt:
        return 0 if words[0] == "serve" else _stopped()
    except BrokenPipeError:
        return _unheard()


def _stopped() -> int:
    print("Stopped.", file=sys.stderr)
    return 130


def _unheard() -> int:
    """Go quietly where nobody reads on, as in `… | head`; what is still unwritten goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong as every other error is said."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found as an error of ours."""
        raise TimelineError(f"{message[:1].upper()}{message[1:]}.", f"See: {self.prog} --help")


def to_parser() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        prog="python -m dashboard",
        description="Articles in, a timeline out in which every event shows its words.",
    )
    parser.add_argument("--version", action="version", version=f"Dateline {__version__}")
    command = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    shared = _shared()

    for add in (_serve, _build, _export, _changes, _explain, _date, _check):
        add(command, shared)
    return parser


def _serve(command: Any, shared: Parser) -> None:
    serve = command.add_parser("serve", parents=[shared], help="show the timeline in a browser")
    serve.add_argument(
        "--host", choices=HOSTS, default=HOSTS[0], help="address to listen on (%(default)s)"
    )
    serve.add_argument("--port", type=_port, default=8050, help="or the next free (%(default)s)")
    serve.add_argument("--open", action="store_true", help="open a browser where there is one")
    serve.set_defaults(run=commands.serve)


def _build(command: Any, shared: Parser) -> None:
    build = command.add_parser("build", parents=[shared], help="read the articles into the store")
    build.add_argument(
        "--workers",
        metavar="N",
        type=_workers,
        default=1,
        help="read with N processes; the result is the same (%(default)s)",
    )
    build.set_defaults(run=commands.build)


def _export(command: Any, shared: Parser) -> None:
    export = command.add_parser("export", parents=[shared], help="write .csv, .json, .png or .svg")
    export.add_argument("file", metavar="FILE", type=Path, help="the suffix says the format")
    which = export.add_mutually_exclusive_group()
    which.add_argument(
        "--select",
        metavar="QUERY",
        help='filters as in the address of the page, "?country=BLR&from=2022-10-04"; '
        "without it tables hold everything and pictures all but background",
    )
    which.add_argument(
        "--aside", action="store_true", help="only the reports that a reader set aside"
    )
    export.set_defaults(run=commands.export)


def _changes(command: Any, shared: Parser) -> None:
    changes = command.add_parser(
        "changes",
        parents=[shared],
        help="print the reports gained, lost and changed since an export or the last build",
    )
    changes.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a .csv or .json that export wrote"
    )
    changes.add_argument(
        "--select",
        metavar="QUERY",
        help="what was selected for FILE; a .json file says it, without it all is compared",
    )
    changes.set_defaults(run=changing.changes)


def _explain(command: Any, shared: Parser) -> None:
    explain = command.add_parser(
        "explain", parents=[shared], help="print an article with what was found in it, and why"
    )
    explain.add_argument("article", metavar="ARTICLE", help="a file name in the folder, or a path")
    explain.set_defaults(run=commands.explain)


def _date(command: Any, shared: Parser) -> None:
    date = command.add_parser(
        "date", parents=[shared], help="list the publication days, or set one right"
    )
    date.add_argument("article", metavar="ARTICLE", nargs="?", help="a file name in the folder")
    date.add_argument(
        "day", metavar="DAY", nargs="?", help="2022-10-11, or as EDTF what is known of it"
    )
    date.add_argument("--undo", action="store_true", help="take back what was corrected")
    date.add_argument("--reason", metavar="TEXT", default="", help="kept with the correction")
    date.set_defaults(run=dating.date)


def _check(command: Any, shared: Parser) -> None:
    check = command.add_parser("check", parents=[shared], help="verify all quotes and all rules")
    check.set_defaults(run=commands.check)


def _shared() -> Parser:
    shared = Parser(add_help=False)
    shared.add_argument(
        "--articles",
        metavar="FOLDER",
        type=Path,
        default=commands.PLACES["articles"],
        help="folder of .txt files and, beside them, sources.toml (seeds)",
    )
    shared.add_argument(
        "--store",
        metavar="FILE",
        type=Path,
        default=commands.PLACES["store"],
        help="where what was read is kept (data/dateline.db)",
    )
    shared.add_argument(
        "--rules",
        metavar="FOLDER",
        type=Path,
        help="tables of your own, laid over those of the same names in data/rules",
    )
    return shared


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to 65535")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_WORKERS}")
    return int(text)

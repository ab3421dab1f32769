"""What each command does. What only one of them needs is imported inside it."""

import shlex
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs

from dashboard.changes import tally_words
from dashboard.cli.saying import say_error, visible
from dashboard.errors import ArticleError, ExportError, SelectionError, StoreError
from dashboard.model import KINDS, Folder
from dashboard.read import READERS, read_folder
from dashboard.review import correction_words
from dashboard.selection import Selection, from_url, picture_theme
from dashboard.selection.fields import FIELDS
from dashboard.store import Store, Summary, kept_corrections, lay_over, open_store
from dashboard.store import build as build_store

TABLES = (".csv", ".json")
ROOT = Path(__file__).resolve().parents[2]
PLACES = {"articles": ROOT / "seeds", "store": ROOT / "data" / "dateline.db", "rules": None}
"""Options that say where things are, shared by all commands, and what they say by themselves."""
MOST_NAMES = 20
"""Articles that an error lists at most."""


def serve(args: Namespace) -> int:
    """Show the timeline in a browser until interrupted, on the first free port."""
    from dashboard.app import create_app
    from dashboard.app.memory import settle
    from dashboard.cli.serving import listen, run

    settle()  # Before the events are read, which come and go with the store.
    store = ready_store(args)
    meta = store.meta()
    store.close()
    app = create_app(args.store, lambda: build_again(args)).server
    listener = listen(args.host, args.port)
    port = listener.getsockname()[1]
    host = f"[{args.host}]" if ":" in args.host else args.host
    address = f"http://{host}:{port}"
    if port != args.port:
        print(f"Port {args.port} is busy; {port} is taken instead.")
    print(
        f"Dateline serves {count(meta.events, 'event')} from "
        f"{count(meta.articles, 'article')} on {address}",
        flush=True,
    )
    run(app, listener, address if args.open else "")
    return 0


def build(args: Namespace) -> int:
    """Read the articles into the store and say what is in it."""
    summary = rebuild(args, read(args))
    print(
        f"{args.store} holds {count(summary.events, 'event')} in "
        f"{count(summary.reports, 'report')} from {count(summary.articles, 'article')}: "
        f"{summary.added:,} added, {summary.changed:,} changed, {summary.removed:,} removed, "
        f"{summary.problems:,} left out."
    )
    return 0


def export(args: Namespace) -> int:
    """Write what is selected into a file, in the format that its suffix names."""
    everything = args.select is None and args.file.suffix.lower() in TABLES
    selection = Selection(kinds=KINDS) if everything else to_selection(args.select or "")
    from dashboard.export import write

    store = ready_store(args)
    try:
        frame = store.review.set_aside() if args.aside else store.select(selection)
        if args.aside and not len(frame):
            raise ExportError(
                "No report was set aside by a reader.", "Leave --aside away for the timeline."
            )
        made = write(args.file, frame, selection, theme=picture_theme(selection))
    except OSError as error:
        raise ExportError(
            f"{args.file} cannot be written: {error.strerror}.", "Name a file in a folder of yours."
        ) from None
    finally:
        store.close()
    for path in made or (args.file,):
        print(f"{path} is written.")
    return 0


def to_selection(query: str) -> Selection:
    """Read what to select; raise SelectionError for a filter there is none of."""
    valid = [field.key for field in FIELDS]
    given = parse_qs(query.removeprefix("?"), keep_blank_values=True)
    unknown = [key for key in given if key not in valid]
    if unknown:
        raise SelectionError(
            f"There is no filter {', '.join(unknown)}.", f"Use one of: {', '.join(valid)}."
        )
    return from_url(query)


def explain(args: Namespace) -> int:
    """Print an article with what was recognised in it and what became of it."""
    from dashboard.cli.explaining import explanation
    from dashboard.cli.parsing import parse
    from dashboard.extract.publication import infer_publication

    path = Path(args.article)
    if path.name != args.article and not path.is_file():
        raise ArticleError(
            f"There is no file {path}.", "Name a file, or an article of the folder by its name."
        )
    folder = args.articles if not path.is_file() else path.parent
    found = read(args, folder)
    whole, readings = parse(found)
    for reading in readings:
        if reading.article.file == path.name:
            kept = kept_corrections(args.store)
            mine = [c for c in kept if c.article == reading.article.sha256]
            inferred = infer_publication(found.articles).get(path.name)
            print(visible(explanation(reading, mine, inferred)))
            return 0
    broken = (p for p in whole.problems if p.message.startswith(f"{path.name} "))
    raise next(broken, None) or missing(folder / path.name, found)


def missing(path: Path, folder: Folder) -> ArticleError:
    """Return the error that says why a folder gives no article of this path."""
    left_out = [p for p in folder.problems if p.message.startswith(f"{path} ")]
    if left_out:
        return left_out[0]
    names = [article.file for article in folder.articles]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ArticleError(
        f"There is no article {path.name} in {path.parent}.",
        f"Choose one of: {', '.join(names[:MOST_NAMES])}{more}.",
    )


def check(args: Namespace) -> int:
    """Verify every stored quote against its text, and the rules against their examples.

    Corrections whose report is not there any more are listed; they are no failure.
    """
    from dashboard.extract import check_rules

    store = ready_store(args)
    meta, failures = store.meta(), store.check_quotes()
    lost = store.review.not_fitting()
    store.close()
    for one in lost:
        print(
            visible(f"A correction fits no report any more: {correction_words(one)} “{one.quote}”")
        )
    failures += check_rules()
    for failure in failures:
        print(failure)
    if failures:
        print(f"{count(len(failures), 'failure')}.")
        return 1
    print(
        f"All quotes of {count(meta.reports, 'report')} stand in their articles to the letter; "
        "all rules keep to their examples."
    )
    return 0


def ready_store(args: Namespace, folder: Folder | None = None) -> Store:
    """Open the store, after building it where it is missing or its articles or rules changed.

    The folder is read where it is not given.
    """
    folder = folder or read(args)
    try:
        store = open_store(args.store)
    except StoreError as error:
        if args.store.is_file():
            print(f"{error.message} It is built anew.", flush=True)
        rebuild(args, folder)
        return open_store(args.store)
    if store.meta().folder == folder.fingerprint:
        return store
    store.close()
    rebuild(args, folder)
    return open_store(args.store)


def rebuild(args: Namespace, folder: Folder) -> Summary:
    """Find what is in the articles of a folder and make the store hold just that."""
    from dashboard.cli.parsing import parse
    from dashboard.cli.progress import progress

    kept, readings = parse(folder, getattr(args, "workers", 1))
    _name_problems(kept.problems[len(folder.problems) :])
    with progress("Storing articles", len(readings)) as step:
        summary = build_store(args.store, kept, readings, step)
    if summary.changes:
        print(f"{tally_words(summary.changes)} since the last build; see: {again(args, 'changes')}")
    return summary


def again(args: Namespace, command: str) -> str:
    """Return the line that runs a command on the same articles, store and rules.

    >>> again(Namespace(**{**PLACES, "store": Path("a b.db")}), "changes")
    "python -m dashboard changes --store 'a b.db'"
    """
    given = [name for name, usual in PLACES.items() if getattr(args, name) != usual]
    options = [word for name in given for word in (f"--{name}", str(getattr(args, name)))]
    return shlex.join(["python", "-m", "dashboard", command, *options])


def _name_problems(problems: Iterable[ArticleError]) -> None:
    for problem in problems:
        say_error(problem, " ")


def build_again(args: Namespace) -> Summary:
    """Read the articles again, with what was corrected since laid over, and build the store.

    What was left out is not said a second time.
    """
    return rebuild(args, _corrected(args, read_folder(args.articles), args.articles))


def read(args: Namespace, path: Path | None = None) -> Folder:
    """Read the articles (or those of another folder), with what was corrected in the store.

    What was left out is said; a folder without any article is refused.
    """
    path = path or args.articles
    folder = read_folder(path)
    _name_problems(folder.problems)
    return _corrected(args, folder, path)


def _corrected(args: Namespace, folder: Folder, path: Path) -> Folder:
    if not folder.articles:
        raise ArticleError(
            f"There is no article to read in {path}.",
            f"Put files ending in {' or '.join(READERS)} into it, "
            "or name another folder with --articles FOLDER.",
        )
    return lay_over(folder, kept_corrections(args.store))


def count(number: int, noun: str) -> str:
    """Return a number with its noun in the right form.

    >>> count(1, "event"), count(2000, "event")
    ('1 event', '2,000 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

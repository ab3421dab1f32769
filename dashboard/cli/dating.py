"""The command that lists the publication days, sets one right, and takes that back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from getpass import getuser
from pathlib import Path

from dashboard.cli.commands import build_again, count, missing, read, ready_store
from dashboard.cli.explaining import inference_words, published_words
from dashboard.errors import ArticleError, TimelineError
from dashboard.model import Article, Folder
from dashboard.review import Correction, check_day, correction_words
from dashboard.store import Store, kept_corrections, open_store


def date(args: Namespace) -> int:
    """List the publication days of all articles or one, or correct that of one."""
    if args.undo and (args.day is not None or args.article is None):
        raise TimelineError(
            "--undo takes an article and no day.", "Run: python -m dashboard date ARTICLE --undo"
        )
    day = "" if args.undo else None if args.day is None else check_day(args.day)
    folder = read(args)
    article = None if args.article is None else _named(args, folder)
    if article and day is not None:
        return _correct(args, folder, article, day)
    for line in _listing(folder, kept_corrections(args.store), article):
        print(line)
    return 0


def _named(args: Namespace, folder: Folder) -> Article:
    """Return the article that is named by its file name, or by its path in the folder."""
    path = Path(args.article)
    if path.name != args.article and path.resolve().parent != args.articles.resolve():
        raise ArticleError(
            f"{path} is not in {args.articles}.", "Name its folder with --articles FOLDER."
        )
    for article in folder.articles:
        if article.file == path.name:
            return article
    raise missing(args.articles / path.name, folder)


def _correct(args: Namespace, folder: Folder, article: Article, day: str) -> int:
    """Keep a correction and build anew, so that all that hangs on the day is found again."""
    store = ready_store(args, folder)
    try:
        before = _days(store, article.file)
        kept = store.correct(article.sha256, "published_on", day, args.reason, _who())
    finally:
        store.close()
    build_again(args)
    store = open_store(args.store)
    try:
        after, now = _days(store, article.file), store.article(article.file)
    finally:
        store.close()
    print(correction_words(kept))
    print(f"{article.file}: published {published_words(now)}.")
    print(_changes(before, after))
    return 0


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Say what became of the reports of an article; both hold the day of each by its id.

    >>> _changes({"a": "XXXX-10-04", "b": "", "c": ""}, {"a": "2022-10-04", "b": ""})
    'Its reports: 1 with another day, 0 new, 1 gone.'
    """
    both = before.keys() & after.keys()
    moved = sum(before[report] != after[report] for report in both)
    new, gone = len(after) - len(both), len(before) - len(both)
    return f"Its reports: {moved:,} with another day, {new:,} new, {gone:,} gone."


def _days(store: Store, file: str) -> dict[str, str]:
    rows = store.select_article(file)
    return dict(zip(rows["report_id"], rows["date"], strict=True))


def _who() -> str:
    """Return the login name, "" where there is none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _listing(
    folder: Folder, corrections: Sequence[Correction], only: Article | None
) -> Iterator[str]:
    from dashboard.extract.publication import infer_publication, with_inferred

    inferred = infer_publication(folder.articles)
    known = {article.sha256 for article in folder.articles}
    for article in folder.articles if only is None else (only,):
        yield f"{article.file}: published {published_words(with_inferred(article, inferred))}"
        found = inferred.get(article.file)
        yield from inference_words(found) if found else ()
        mine = [c for c in corrections if c.article == article.sha256 and not c.report_id]
        yield from (f"  {correction_words(correction)}" for correction in mine)
    lost = {c.article for c in corrections if not c.report_id} - known
    if lost and only is None:
        yield (
            f"Corrections of {count(len(lost), 'text')} are kept that no file holds now: "
            "it was changed or taken out."
        )

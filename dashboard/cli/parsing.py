"""Finds what is in the articles, by several processes if asked; the result is the same.

An article that breaks the reading, or kills the process that reads it, is named and left
out, and the rest is done. A wrong rule stops everything, because it would be wrong for all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from dashboard.cli.progress import progress
from dashboard.errors import ArticleError, TimelineError
from dashboard.model import Article, Folder, Reading
from dashboard.rules import own_folder, use_folder

START = "spawn"
"""How processes begin: the way that every system has, and that no thread can disturb."""

REMEDY = "Take it out of the folder, or report it together with the article."
Read = Callable[[Article], Reading]
Found = Reading | ArticleError


def parse(folder: Folder, workers: int = 1) -> tuple[Folder, tuple[Reading, ...]]:
    """Return what was found in the articles, and the folder without those that broke the reading.

    Those are among its problems. With one worker all is done in this process.
    """
    from dashboard.extract import extract_readings

    broken: list[ArticleError] = []

    def each(read: Read, articles: Iterable[Article]) -> Iterator[Reading]:
        together = tuple(articles)
        found: dict[str, Found] = {}
        with progress("Reading articles", len(together)) as step:
            for file, one in _each(read, together, workers):
                found[file] = one
                step(len(found))
        for article in together:
            one = found[article.file]
            if isinstance(one, Reading):
                yield one
            else:
                broken.append(one)

    readings = extract_readings(folder.articles, each)
    if not broken:
        return folder, readings
    kept = {reading.article.file for reading in readings}
    articles = tuple(article for article in folder.articles if article.file in kept)
    return replace(folder, articles=articles, problems=(*folder.problems, *broken)), readings


def _each(read: Read, articles: Sequence[Article], workers: int) -> Iterator[tuple[str, Found]]:
    """Yield what was found in each article, with its file name, in the order of being done."""
    if workers < 2 or len(articles) < 2:
        for article in articles:
            yield article.file, read_safely(read, article)
        return
    left = {article.file: article for article in articles}
    for file, one in _together(read, articles, min(workers, len(articles))):
        del left[file]
        yield file, one
    # Only after a process died: one at a time, so that the article that kills is known.
    for article in left.values():
        alone = dict(_together(read, [article], 1))
        yield (
            article.file,
            alone.get(article.file)
            or ArticleError(
                f"{article.file} ended the process that read it and was left out.", REMEDY
            ),
        )


def _together(read: Read, articles: Sequence[Article], workers: int) -> Iterator[tuple[str, Found]]:
    """Yield articles as they are done; where a process dies, those not done are missing."""
    context = get_context(START)
    with ProcessPoolExecutor(workers, context, _begin, (read, own_folder())) as pool:
        futures: dict[Future[Found], str] = {}
        try:
            for article in articles:
                futures[pool.submit(_read_here, article)] = article.file
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool:
            return
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_reader: list[Read] = []


def _begin(read: Read, rules: Path | None) -> None:
    """Keep in a new process how it reads and by which rules, so that this travels only once."""
    use_folder(rules)
    _reader[:] = [read]


def _read_here(article: Article) -> Found:
    return read_safely(_reader[0], article)


def read_safely(read: Read, article: Article) -> Found:
    """Return what is in one article, or the error that names it if the reading breaks."""
    try:
        return read(article)
    except TimelineError:
        raise
    except Exception as error:
        return ArticleError(
            f"{article.file} could not be read ({type(error).__name__}: {error}) and was left out.",
            REMEDY,
        )

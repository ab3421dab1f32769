"""Reads a folder of article files, and what is declared of them in its sources.toml.

Bad data never stops a run: a file that cannot be read is named in `Folder.problems`. A
wrong sources.toml does stop it, with its line, because it would date articles wrongly.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dashboard.errors import ArticleError
from dashboard.model import Article, Folder
from dashboard.read.plain import read_plain
from dashboard.read.sources import SOURCES, read_sources

__all__ = ["LIMIT", "READERS", "Folder", "read_articles", "read_folder"]

LIMIT = 2_000_000
"""Most bytes that an article may have."""

READERS: Mapping[str, Callable[[str, bytes], Article]] = {".txt": read_plain}
"""The reader of each suffix: file name and bytes in, Article out, or ArticleError."""


def read_articles(folder: str | Path) -> tuple[Article, ...]:
    """Return the readable articles of a folder in order of file name."""
    return read_folder(folder).articles


def read_folder(folder: str | Path) -> Folder:
    """Read all articles of a folder; raise ArticleError if it is none or sources.toml is wrong."""
    folder = Path(folder)
    files = _files(folder)
    paths = [path for path in files if path.suffix.lower() in READERS]
    declared = read_sources(folder / SOURCES)
    digest = sha256(_bytes(folder / SOURCES))
    articles: list[Article] = []
    problems = [_undelivered(folder, name) for name in declared if not (folder / name).is_file()]
    problems += [_unread(path) for path in files if path not in paths and _is_left(path, declared)]
    raw: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    for path in paths:
        digest.update(b"\0" + path.name.encode(errors="surrogateescape") + b"\0")
        try:
            _refuse_name(path)
            data = _load(path)
            digest.update(sha256(data).digest())
            article = replace(
                READERS[path.suffix.lower()](path.name, data), **declared.get(path.name, {})
            )
            _refuse_copy(article, texts)
        except ArticleError as error:
            named = _readable(folder / path.name)
            problems.append(ArticleError(f"{named} {error.message}", error.remedy))
            continue
        articles.append(article)
        raw[path.name] = data
    return Folder(tuple(articles), tuple(problems), raw, digest.hexdigest()[:16])


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise ArticleError(
            f"{folder} cannot be read as a folder: {error.strerror}.",
            "Name a folder of articles with --articles FOLDER.",
        ) from None
    return [path for path in found if path.is_file()]


def _is_left(path: Path, declared: Container[str]) -> bool:
    """Say whether a file without a reader may be meant as an article: declared, or a document."""
    own = path.name == SOURCES or path.name.startswith(".") or path.suffix.startswith(".db")
    return path.name in declared or bool(path.suffix and not own)


def _unread(path: Path) -> ArticleError:
    return ArticleError(
        f"{_readable(path)} was left out: files ending in {' or '.join(READERS)} are read.",
        "Save it as plain text, or take it out of the folder.",
    )


def _readable(path: Path) -> str:
    """Return a path as text, with the codes of bytes that are no text."""
    return str(path).encode(errors="backslashreplace").decode()


def _refuse_name(path: Path) -> None:
    if _readable(path) != str(path):
        raise ArticleError("has a name that is no text.", "Rename it with plain letters.")


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise ArticleError(
                f"is too long: {size:,} bytes, at most {LIMIT:,} are read.",
                "Split it into one file an article.",
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"cannot be opened: {error.strerror}.", "Check its permissions."
        ) from None


def _refuse_copy(article: Article, texts: dict[str, str]) -> None:
    first = texts.setdefault(article.sha256, article.file)
    if first != article.file:
        raise ArticleError(
            f"holds the same text as {first} and was left out.", "Delete one of the two."
        )


def _undelivered(folder: Path, name: str) -> ArticleError:
    return ArticleError(
        f"{folder / SOURCES} describes {name}, which is not in the folder.",
        "Correct the file name in the brackets, or delete the table.",
    )

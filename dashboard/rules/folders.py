"""Knows which folders the rules come from: ours and, over it, one of the user's own."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

FOLDER = Path(__file__).resolve().parents[2] / "data" / "rules"
SUFFIXES = (".csv", ".toml")

_Cached = TypeVar("_Cached", bound="_lru_cache_wrapper[Any]")
_laid: list[Path] = []
_made: "list[_lru_cache_wrapper[Any]]" = []


def use_folder(folder: Path | None) -> None:
    """Lay the tables of a folder over ours, or with None take them off again.

    What was made of other rules in this process is forgotten; other processes must be told.
    """
    wanted = [] if folder is None else [folder]
    if _laid == wanted:
        return
    _laid[:] = wanted
    for cached in _made:
        cached.cache_clear()


def own_folder() -> Path | None:
    """Return the user's folder, None where only our tables are used."""
    return _laid[0] if _laid else None


def made_of_rules(cached: _Cached) -> _Cached:
    """Mark a cached function whose results hang on the rules: they are forgotten with them."""
    _made.append(cached)
    return cached


def files_of(name: str) -> tuple[Path, ...]:
    """Return the files of a table: ours, then the user's where there is one."""
    return (FOLDER / name, *(folder / name for folder in _laid if (folder / name).is_file()))


def told(path: Path) -> str:
    """Return how a file of rules is named to the user: ours by its name, another by its path."""
    return path.name if path.parent == FOLDER else str(path)


def tables_in(folder: Path) -> Iterator[Path]:
    """Yield the tables of a folder in order of name."""
    return (path for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES)


def fingerprint() -> str:
    """Return sixteen hexadecimal digits that change whenever a rule file changes, or is laid over.

    The name of the user's folder does not count, only what is in it.
    """
    digest = sha256()
    for folder in (FOLDER, *_laid):
        for path in tables_in(folder):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]

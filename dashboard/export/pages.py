"""Files of one export: all are written whole or not at all, and no file of another is lost."""

import re
from collections.abc import Sequence
from pathlib import Path

from dashboard.errors import ExportError


def numbered(path: Path, page: int) -> Path:
    """Return the path of a page: the path itself for the first, name-2 and so on after it.

    >>> numbered(Path("brief.svg"), 3).name
    'brief-3.svg'
    """
    return path if page == 1 else path.with_name(f"{path.stem}-{page}{path.suffix}")


def put(path: Path, bodies: Sequence[bytes]) -> tuple[Path, ...]:
    """Write the pages beside each other, take away further pages of an earlier export.

    Raises ExportError where a further page would replace a file that is no such page, and
    OSError where the files cannot be written; then the files that were there still are.
    """
    paths = tuple(numbered(path, page) for page in range(1, len(bodies) + 1))
    for page, further in enumerate(paths[1:], 2):
        if further.exists() and not _is_ours(further, page):
            raise ExportError(
                f"{further} is not a page that Dateline has written, so it is not replaced.",
                "Choose another name, or move that file away.",
            )
    _replace(paths, bodies)
    for page, further in _further(path):
        if page > len(bodies) and _is_ours(further, page):
            further.unlink()
    return paths


def put_one(path: Path, body: bytes) -> tuple[Path, ...]:
    """Write a file that has no further pages."""
    _replace((path,), (body,))
    return (path,)


def _is_ours(path: Path, page: int) -> bool:
    return path.is_file() and f"Dateline, page {page} of ".encode() in path.read_bytes()


def _further(path: Path) -> list[tuple[int, Path]]:
    name = re.compile(re.escape(path.stem) + r"-([2-9]|[1-9]\d+)" + re.escape(path.suffix))
    found = ((name.fullmatch(other.name), other) for other in path.parent.iterdir())
    return [(int(match[1]), other) for match, other in found if match]


def _replace(paths: Sequence[Path], bodies: Sequence[bytes]) -> None:
    parts = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        for part, body in zip(parts, bodies, strict=True):
            part.write_bytes(body)
        for part, path in zip(parts, paths, strict=True):
            # A link stays a link: what it points at is replaced.
            part.replace(path.resolve() if path.is_symlink() else path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)

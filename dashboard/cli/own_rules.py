"""Lays the tables of a user's folder over ours while a command runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.errors import RuleError
from dashboard.rules import check_folder, use_folder


@contextmanager
def own_rules(folder: Path | None, *, examples: bool = True) -> Iterator[None]:
    """Use the tables of a folder over ours; refuse a bad one, and what fails its own example.

    Without `examples` they are not tried, so that the command itself can list what fails.
    """
    if folder is None:
        yield
        return
    check_folder(folder)
    use_folder(folder)
    try:
        if examples:
            _refuse_failures(folder)
        yield
    finally:
        use_folder(None)


def _refuse_failures(folder: Path) -> None:
    from dashboard.extract import check_rules

    failures = check_rules()
    if failures:
        raise RuleError(failures[0], f"Correct it; all that fails lists: {_command(folder)}")


def _command(folder: Path) -> str:
    return f"python -m dashboard check --rules {folder}"

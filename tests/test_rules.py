"""The loader of rule tables: what it refuses, with file and line, and its fingerprint."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import rules
from dashboard.errors import RuleError

COLUMNS = ("surface", "country_code")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of rules of our own, with nothing remembered before or after."""
    monkeypatch.setattr("dashboard.rules.folders.FOLDER", tmp_path)
    rules.read_table.cache_clear()
    rules.read_toml.cache_clear()
    yield tmp_path
    rules.read_table.cache_clear()
    rules.read_toml.cache_clear()


def test_rows_come_with_their_line(folder: Path) -> None:
    """Comments and empty lines are skipped, cells are stripped, quoted commas kept."""
    (folder / "t.csv").write_text('# names\nsurface,country_code\n\nPeru , PER\n"a, b",KOR\n')
    assert rules.read_table("t", COLUMNS) == (
        {"surface": "Peru", "country_code": "PER", "where": "t.csv, line 4"},
        {"surface": "a, b", "country_code": "KOR", "where": "t.csv, line 5"},
    )


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("surface\nPeru\n", "t.csv, line 1: the header is surface"),
        ("", "t.csv, line 1: the header is"),
        ("surface,country_code\nPeru\n", "t.csv, line 2: 1 cells, expected 2"),
        ("surface,country_code\nPeru,PER,x\n", "t.csv, line 2: 3 cells, expected 2"),
        ("surface,country_code\nPeru,PER\n#\nPeru,CHL\n", "t.csv, line 4: Peru stands already"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(folder: Path, text: str, fact: str) -> None:
    """File and line stand in the message, what to do in the remedy."""
    (folder / "t.csv").write_text(text)
    with pytest.raises(RuleError) as caught:
        rules.read_table("t", COLUMNS, key=("surface",))
    assert fact in caught.value.message
    assert caught.value.remedy


def test_a_missing_table_is_named() -> None:
    """A file that is gone is a rule error like any other."""
    with pytest.raises(RuleError, match=r"t\.csv cannot be read"):
        rules.read_table("t", COLUMNS)
    with pytest.raises(RuleError, match=r"t\.toml cannot be read"):
        rules.read_toml("t")


def test_bad_toml_is_refused_with_its_line(folder: Path) -> None:
    """The TOML reader's words say where."""
    (folder / "t.toml").write_text("a = 1\nb = \n")
    with pytest.raises(RuleError, match="line 2"):
        rules.read_toml("t")


def test_the_fingerprint_changes_with_every_rule(folder: Path) -> None:
    """Content and file name count; what is no rule file does not."""
    (folder / "t.csv").write_text("a\n")
    seen = [rules.fingerprint()]
    (folder / "SOURCES.md").write_text("x")
    assert rules.fingerprint() == seen[0]
    (folder / "t.csv").write_text("b\n")
    seen.append(rules.fingerprint())
    (folder / "t.csv").rename(folder / "u.csv")
    seen.append(rules.fingerprint())
    assert len(set(seen)) == 3

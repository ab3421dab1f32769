"""Corrections of the publication day: by command, kept for good, and taken back."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import commands, main
from dashboard.errors import DateError, StoreError, TimelineError
from dashboard.store import Store, kept_corrections, open_store
from dashboard.store.engine import library
from tests.test_store import content

LVIV = "001_f927863d51ab1c4e.txt"
KYIV = "000_28d59b21a6814628.txt"
NAMED = ("10-04", "10-06", "10-10")
ARTICLE = "Ferry Talks Open in Oslo\n\nNorway signed a treaty with Chile on 4 October.\n"


class Desk:
    """A folder of articles with its store, and the commands run on both."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.path, self.capsys = path / "articles", path / "a.db", capsys

    def __call__(self, *words: str) -> str:
        """Run a command that ends well; return what it prints."""
        assert main([*words, "--articles", str(self.folder), "--store", str(self.path)]) == 0
        return self.capsys.readouterr().out

    def refused(self, *words: str) -> list[str]:
        """Run a command that ends badly; return the lines it says."""
        assert main([*words, "--articles", str(self.folder), "--store", str(self.path)]) == 1
        return self.capsys.readouterr().err.splitlines()

    def days(self, file: str = LVIV) -> set[str]:
        """Return the days of the reports of one article."""
        return set(self.store().select_article(file)["date"])

    def store(self) -> Store:
        """Open the store."""
        return open_store(self.path)


@pytest.fixture
def undated(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The two seed articles without what is declared of them."""
    desk = Desk(tmp_path, capsys)
    shutil.copytree(root / "seeds", desk.folder)
    (desk.folder / "sources.toml").unlink()
    return desk


@pytest.fixture
def oslo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A folder of one small article, whose day is declared."""
    desk = Desk(tmp_path, capsys)
    desk.folder.mkdir()
    (desk.folder / "oslo.txt").write_text(ARTICLE)
    (desk.folder / "sources.toml").write_text('["oslo.txt"]\npublished_on = "2021-10-06"\n')
    return desk


def test_a_corrected_day_gives_the_days_their_year(undated: Desk) -> None:
    """What had no year is resolved at once, and undone it has none again."""
    undated("build")
    open_days = {f"XXXX-{day}" for day in NAMED}
    before = undated.days()
    assert open_days <= before
    said = undated("date", LVIV, "2022-10-11")
    assert f"{LVIV}: published Tue 11 Oct 2022 (corrected)." in said
    after = undated.days()
    assert {f"2022-{day}" for day in NAMED} <= after
    assert not open_days & after
    assert f"{LVIV}: published not known." in undated("date", LVIV, "--undo")
    assert undated.days() == before


def test_a_correction_leaves_what_a_declaration_would(undated: Desk, tmp_path: Path) -> None:
    """Days, quotes and events are the same; only where the day is known from differs."""
    undated("date", LVIV, "2022-10-11")
    made = tmp_path / "corrected.csv", tmp_path / "declared.csv"
    undated("export", str(made[0]))
    undated("date", LVIV, "--undo")
    (undated.folder / "sources.toml").write_text(f'["{LVIV}"]\npublished_on = "2022-10-11"\n')
    undated("export", str(made[1]))
    corrected, declared = (
        list(csv.DictReader(p.read_text("utf-8-sig").splitlines())) for p in made
    )
    sources = [{row.pop("published_from") for row in rows} for rows in (corrected, declared)]
    assert sources == [{"corrected", ""}, {"sources.toml", ""}]
    assert corrected == declared


def test_a_correction_goes_before_what_is_declared(oslo: Desk) -> None:
    """The file keeps its declaration, and taken back it holds again."""
    declared = (oslo.folder / "sources.toml").read_bytes()
    oslo("build")
    assert oslo.days("oslo.txt") == {"2021-10-04"}
    said = oslo("date", "oslo.txt", "2022-10-06")
    assert "Its reports: 1 with another day, 0 new, 0 gone." in said
    assert oslo.days("oslo.txt") == {"2022-10-04"}
    assert (oslo.folder / "sources.toml").read_bytes() == declared
    assert (oslo.folder / "oslo.txt").read_text() == ARTICLE
    assert "Wed 6 Oct 2021 (from sources.toml)" in oslo("date", "oslo.txt", "--undo")
    assert oslo.days("oslo.txt") == {"2021-10-04"}


def test_what_is_left_out_is_said_once(oslo: Desk) -> None:
    """Building anew after a correction does not name the same file again."""
    (oslo.folder / "none.txt").touch()
    where = ("--articles", str(oslo.folder), "--store", str(oslo.path))
    assert main(["date", "oslo.txt", "2022-10-06", *where]) == 0
    assert oslo.capsys.readouterr().err.count("none.txt is empty.") == 1


def test_every_step_is_a_row(oslo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two corrections and an undo are three rows, with reason, name and time; none is changed."""
    monkeypatch.setenv("LOGNAME", "anna")
    oslo("date", "oslo.txt", "2022-10-06", "--reason", " Seen\n in print. ")
    oslo("date", "oslo.txt", "2022-10-07")
    oslo("date", "oslo.txt", "--undo")
    rows = oslo.store().corrections("oslo.txt")
    assert [(c.before, c.after, c.reason) for c in rows] == [
        ("2021-10-06", "2022-10-06", "Seen in print."),
        ("2022-10-06", "2022-10-07", ""),
        ("2022-10-07", "", ""),
    ]
    assert {(c.field, c.who, c.article) for c in rows} == {
        ("published_on", "anna", oslo.store().article("oslo.txt").sha256)
    }
    assert sorted(c.at for c in rows) == [c.at for c in rows]
    assert all(len(c.at) == 20 and c.at.endswith("Z") for c in rows)
    assert oslo.store().corrections("nowhere.txt") == ()


@pytest.mark.parametrize("change", ["UPDATE corrections SET after = ''", "DELETE FROM corrections"])
def test_rows_can_only_be_added(change: str, oslo: Desk) -> None:
    """The store itself refuses to change or delete one."""
    oslo("date", "oslo.txt", "2022-10-06")
    connection = library.connect(str(oslo.path))
    with pytest.raises(library.IntegrityError, match="only ever added"):
        connection.execute(change)
    connection.close()


def test_a_correction_goes_with_the_text(oslo: Desk) -> None:
    """It outlives other rules, another version and another file name, but not another text."""
    oslo("date", "oslo.txt", "2022-10-06")
    (oslo.folder / "oslo.txt").rename(oslo.folder / "ferry.txt")
    (oslo.folder / "sources.toml").unlink()
    connection = library.connect(str(oslo.path))
    connection.execute("UPDATE schema_version SET version = 0")
    connection.commit()
    connection.close()
    oslo("build")
    assert oslo.days("ferry.txt") == {"2022-10-04"}
    assert len(oslo.store().corrections("ferry.txt")) == 1
    (oslo.folder / "ferry.txt").write_text(ARTICLE.replace("Chile", "Peru"))
    oslo("build")
    assert oslo.days("ferry.txt") == {"XXXX-10-04"}
    assert "Corrections of 1 text are kept that no file holds now" in oslo("date")


def test_a_correction_from_the_screen_is_built_in_next(oslo: Desk) -> None:
    """Whoever opens the store next finds it old and builds it; a second build changes nothing."""
    oslo("build")
    store = oslo.store()
    store.correct(store.article("oslo.txt").sha256, "published_on", "2022-10-06", "", "")
    assert oslo.days("oslo.txt") == {"2021-10-04"}
    oslo("check")
    assert oslo.days("oslo.txt") == {"2022-10-04"}
    before = content(oslo.path)
    assert "0 added, 0 changed, 0 removed" in oslo("build")
    assert content(oslo.path) == before


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (["oslo.txt", "soon"], "'soon' is not a date that can be read"),
        (["oslo.txt", ""], "'' is not a date that can be read"),
        (["oslo.txt", "2022-02-30"], "'2022-02-30' is not a date that can be read"),
        (["oslo.txt", "XXXX-10-04"], "'XXXX-10-04' has no year."),
        (["nowhere.txt", "2022-10-04"], "There is no article nowhere.txt"),
        (["elsewhere/oslo.txt", "2022-10-04"], "elsewhere/oslo.txt is not in"),
        (["oslo.txt", "--undo"], "Nothing is corrected in oslo.txt."),
        (["oslo.txt", "2022-10-04", "--undo"], "--undo takes an article and no day."),
        (["--undo"], "--undo takes an article and no day."),
        (["oslo.txt", "2022-10-04", "--reason", "x" * 501], "A reason has at most 500 characters."),
    ],
)
def test_a_mistake_is_one_line_of_fact_and_one_of_remedy(
    words: list[str], fact: str, oslo: Desk
) -> None:
    """No row is added by it."""
    lines = oslo.refused("date", *words)
    assert len(lines) == 2
    assert lines[0].startswith(fact)
    assert lines[0].endswith(".")
    assert lines[1].endswith((".", "--undo", "date"))
    assert kept_corrections(oslo.path) == ()


def test_the_same_day_again_is_refused(oslo: Desk) -> None:
    """A row that changes nothing would only hide the one that did."""
    oslo("date", "oslo.txt", "2022-10-06")
    assert "already corrected to 2022-10-06" in oslo.refused("date", "oslo.txt", "2022-10-06")[0]
    assert len(kept_corrections(oslo.path)) == 1


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda store, key: store.correct(key, "text", "x"), StoreError),
        (lambda store, key: store.correct("0" * 64, "published_on", "2022-10-06"), StoreError),
        (lambda store, key: store.correct(key, "published_on", "October"), DateError),
        (lambda store, key: store.correct(key, "published_on", ""), StoreError),
    ],
)
def test_the_store_refuses_what_is_no_correction(
    act: Callable[[Store, str], object], error: type[TimelineError], oslo: Desk
) -> None:
    """An unknown field or article, a bad day, and an undo of nothing leave no row."""
    oslo("build")
    store = oslo.store()
    with pytest.raises(error) as caught:
        act(store, store.article("oslo.txt").sha256)
    assert caught.value.message.endswith(".")
    assert caught.value.remedy
    assert store.corrections("oslo.txt") == ()


def test_days_are_listed_with_what_is_missing(undated: Desk) -> None:
    """Each article has its day and where that is known from, or what would settle it."""
    assert undated("date").count("Would settle it: ") == 2
    assert not undated.path.exists()
    undated("date", KYIV, "2022-10-12", "--reason", "The front page.")
    said = undated("date")
    assert f"{KYIV}: published Wed 12 Oct 2022 (corrected)\n" in said
    assert "publication day corrected from not known to Wed 12 Oct 2022. Reason: The front" in said
    assert undated("date", KYIV) == "".join(said.splitlines(keepends=True)[:2])


def test_explain_shows_corrections(oslo: Desk) -> None:
    """The corrected day, its history, and the days counted from it stand in the explanation."""
    oslo("date", "oslo.txt", "2022-10-06", "--reason", "Seen in print.")
    said = oslo("explain", "oslo.txt")
    assert "Thu 6 Oct 2022 (corrected)." in said
    assert "corrected from Wed 6 Oct 2021 to Thu 6 Oct 2022. Reason: Seen in print." in said
    assert "2022-10-04" in said
    oslo("date", "oslo.txt", "--undo")
    assert "correction to Thu 6 Oct 2022 taken back." in oslo("explain", "oslo.txt")


def test_a_build_that_fails_keeps_the_correction(
    oslo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person decided is not lost with a build; the next one lays it over."""
    oslo("build")

    def fails(*_: object) -> None:
        raise StoreError("The disk is full.", "Make room.")

    with monkeypatch.context() as patch:
        patch.setattr(commands, "build_store", fails)
        assert oslo.refused("date", "oslo.txt", "2022-10-06") == ["The disk is full.", "Make room."]
    oslo("check")
    assert oslo.days("oslo.txt") == {"2022-10-04"}


def test_what_was_set_aside_is_written_by_command(oslo: Desk, tmp_path: Path) -> None:
    """The table of everything lacks it, the table of what was set aside has it."""
    oslo("build")
    store = oslo.store()
    (report,) = store.select_article("oslo.txt")["report_id"]
    store.review.correct(report, {"label": "Ferries sail", "aside": "aside"})
    assert oslo.refused("export", str(tmp_path / "all.csv"))[0] == "Nothing matches the selection."
    made = tmp_path / "aside.csv"
    oslo("export", str(made), "--aside")
    (row,) = csv.DictReader(made.read_text("utf-8-sig").splitlines())
    assert (row["report_id"], row["label"]) == (report, "Ferries sail")
    assert '["aside", ""]' in row["corrected"]
    assert '["label", ' in row["corrected"]
    both = ("export", str(made), "--aside", "--select", "?country=NOR")
    assert "not allowed with" in oslo.refused(*both)[0]


def test_correction_that_fits_nothing_is_named_by_check(oslo: Desk) -> None:
    """Where the text was changed it is listed with its words, and kept."""
    oslo("build")
    store = oslo.store()
    (report,) = store.select_article("oslo.txt")["report_id"]
    store.review.correct(report, {"label": "Ferries sail"}, "Seen in print.")
    assert "fits no report" not in oslo("check")
    assert "(report " in oslo("explain", "oslo.txt")
    (oslo.folder / "oslo.txt").write_text(ARTICLE.replace("Chile", "Peru"))
    said = oslo("check")
    assert "A correction fits no report any more: " in said
    assert "“Norway signed a treaty with Chile on 4 October.”" in said
    (oslo.folder / "oslo.txt").write_text(ARTICLE)
    assert "fits no report" not in oslo("check")
    assert set(oslo.store().select_article("oslo.txt")["label"]) == {"Ferries sail"}

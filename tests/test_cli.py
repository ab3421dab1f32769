"""The commands: what they say, what they write, and how they fail."""

import re
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from dashboard.cli import main
from dashboard.cli.commands import count
from dashboard.cli.serving import listen, make_server
from dashboard.errors import TimelineError
from dashboard.model import Article
from dashboard.store import open_store

ARTICLE = (
    "Ferry Talks Open in Oslo\n\nNorway and Chile met on 4 October 2022.\n"
    "Norway signed a treaty with Chile on Monday.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "oslo.txt").write_text(ARTICLE)
    return folder


def run(*words: object) -> int:
    """Run a command in this process."""
    return main([str(word) for word in words])


def test_build_says_what_the_store_holds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles, reports and events are counted; a second build adds nothing."""
    store = tmp_path / "new" / "a.db"
    assert run("build", "--articles", folder, "--store", store) == 0
    assert "from 1 article: 1 added, 0 changed, 0 removed, 0 left out." in capsys.readouterr().out
    assert run("build", "--articles", folder, "--store", store) == 0
    assert "0 added, 0 changed, 0 removed" in capsys.readouterr().out
    assert open_store(store).article("oslo.txt").text == ARTICLE


def test_files_left_out_are_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is built, the exit code is 0."""
    (folder / "none.txt").touch()
    assert run("build", "--articles", folder, "--store", tmp_path / "a.db") == 0
    said = capsys.readouterr()
    assert "none.txt is empty." in said.err
    assert "1 left out" in said.out


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (["sevre"], "invalid choice: 'sevre'"),
        (["--port", "80000"], "'80000' is not a port"),
        (["export"], "required: FILE"),
        (["build", "--colour"], "unrecognized arguments: --colour"),
        (["build", "--articles", "no/such/folder"], "no/such/folder cannot be read as a folder"),
        (["explain", "nowhere.txt"], "There is no article nowhere.txt"),
        (["export", "a.svg", "--select", "?from=soon"], "“soon” is not a day"),
        (["export", "a.svg", "--select", "?bogus=1&from=2022"], "There is no filter bogus."),
        (["export", "a.svg", "--select", "?bogus"], "There is no filter bogus."),
        (["export", "a.docx"], "a.docx"),
        (["explain", "no/such/000_28d59b21a6814628.txt"], "no file no/such/000_28d59b21"),
        (["serve", "--host", "0.0.0.0"], "invalid choice: '0.0.0.0'"),
        (["serve", "--host", "a" * 80 + ".b"], "invalid choice"),
        (["export", "no/such/folder/a.csv"], "no/such/folder/a.csv"),
    ],
)
def test_a_mistake_is_one_line_of_fact_and_one_of_remedy(
    words: list[str],
    fact: str,
    seeds_store: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The exit code is 1, and there is no traceback."""
    monkeypatch.chdir(tmp_path)
    store = ["--store", str(seeds_store)] if words[0] in ("export", "build", "explain") else []
    assert run(*words, *store) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert fact.lower() in lines[0].lower()
    assert lines[1]
    assert not list(tmp_path.iterdir())


def test_a_folder_without_articles_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty timeline would look like one in which nothing happened."""
    assert run("build", "--articles", tmp_path, "--store", tmp_path / "a.db") == 1
    assert "no article to read" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()


def test_an_old_store_is_built_anew(folder: Path, tmp_path: Path) -> None:
    """A command that reads the store first sees to it that it holds what the folder holds."""
    store, made = tmp_path / "a.db", tmp_path / "a.csv"
    where = ("--articles", folder, "--store", store)
    assert run("export", made, *where) == 0
    before = made.read_text()
    assert "2022-10-04" in before
    (folder / "oslo.txt").write_text(ARTICLE.replace("4 October", "5 October"))
    assert run("export", made, *where) == 0
    assert "2022-10-05" in made.read_text()
    (folder / "sources.toml").write_text('["oslo.txt"]\npublisher = "Harbour Gazette"\n')
    assert run("export", made, *where) == 0
    assert "Harbour Gazette" in made.read_text()


def test_export_keeps_to_the_selection(seeds_store: Path, tmp_path: Path) -> None:
    """The query of the page's address chooses the rows."""
    made = tmp_path / "a.csv"
    query = "?from=2022-10-06&to=2022-10-06"
    assert run("export", made, "--store", seeds_store, "--select", query) == 0
    whole = tmp_path / "b.csv"
    assert run("export", whole, "--store", seeds_store) == 0
    assert 1 < len(made.read_text().splitlines()) < len(whole.read_text().splitlines())


def test_export_says_that_nothing_was_set_aside(
    seeds_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No filter is in the way: there is nothing yet, and no file is written."""
    made = tmp_path / "aside.csv"
    assert run("export", "--aside", made, "--store", seeds_store) == 1
    said = capsys.readouterr().err
    assert "No report was set aside by a reader." in said
    assert "filter" not in said
    assert not made.exists()


def test_address_that_is_none_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    """A broken host in the first line is a bad request, of which the terminal hears nothing."""
    server = make_server(lambda environ, start: [], listen("127.0.0.1", 0))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    with socket.create_connection(("127.0.0.1", server.effective_port)) as asking:
        asking.sendall(b"GET http://[x/ HTTP/1.0\r\n\r\n")
        assert asking.makefile("rb").readline().startswith(b"HTTP/1.0 400")
    server.close()
    assert caplog.records == []


def test_explain_shows_words_rules_and_reasons(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text, each date word with its meaning, the countries and what was not used are there."""
    assert run("explain", "oslo.txt", "--articles", folder) == 0
    said = capsys.readouterr().out
    assert "Declare published_on for oslo.txt in sources.toml" in said
    assert "“4 October 2022”: DATE 2022-10-04" in said
    assert re.search(r"“Chile”: Chile \(name\) \[\w+", said)
    for part in ("Text", "Date words (2)", "Reports (", "Not used ("):
        assert part in said
    assert run("explain", folder / "oslo.txt") == 0
    assert capsys.readouterr().out == said


def test_explain_shows_how_each_date_word_was_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it says, what it counts from, by which policy, and which day it is not and why."""
    declared = '["oslo.txt"]\npublished_on = "2022-10-11"\nnarrative = false\n'
    (folder / "sources.toml").write_text(declared)
    (folder / "oslo.txt").write_text("Oslo signed the treaty with Chile on 6 October.\n")
    assert run("explain", "oslo.txt", "--articles", folder) == 0
    said = capsys.readouterr().out
    assert "Read as news, no history, as is declared in sources.toml." in said
    assert "says: MonthDay(month=10, day=6); counted from: the publication day" in said
    assert "policy: the nearest, one ahead taken for 240 days farther" in said
    assert "not taken: Fri 6 Oct 2023, as it lies ahead, and no word" in said


def test_explain_says_what_would_settle_the_publication_day(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an article without a day: what is inferred, the days that are left, what is missing."""
    text = "Updated on 3 May 2021\nUpdated on 5 May 2021\n\nOslo signed the treaty.\n"
    (folder / "oslo.txt").write_text(text)
    assert run("explain", "oslo.txt", "--articles", folder) == 0
    said = capsys.readouterr().out
    assert "[stamp] By “Updated on 3 May 2021” the article was last changed then." in said
    assert "Possible: Mon 3 May 2021, Wed 5 May 2021." in said
    assert "Would settle it: Which of its dates is the publication day." in said


def test_nothing_in_an_article_commands_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences of a text are shown as codes, in what is found and in what is wrong."""
    (folder / "odd.txt").write_text(f"Oslo \x1b[2J and \x9b31m talks\n\n{ARTICLE}")
    assert run("explain", "odd.txt", "--articles", folder) == 0
    said = capsys.readouterr().out
    assert not {"\x1b", "\x9b"} & set(said)
    assert r"Oslo \x1b[2J and \x9b31m talks" in said
    assert run("explain", "\x1b[2J.txt", "--articles", folder) == 1
    assert r"no article \x1b[2J.txt" in capsys.readouterr().err


def test_an_article_that_breaks_the_reading_hides_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are explained; the one that breaks is named with what happened."""
    from dashboard.extract import happenings

    (folder / "bad.txt").write_text(f"Broken\n\n{ARTICLE}")
    sound = happenings.read_article

    def breaking(article: Article, *rest: object) -> object:
        if article.file == "bad.txt":
            raise ZeroDivisionError("no")
        return sound(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(happenings, "read_article", breaking)
    assert run("explain", "oslo.txt", "--articles", folder) == 0
    capsys.readouterr()
    assert run("explain", "bad.txt", "--articles", folder) == 1
    assert "bad.txt could not be read (ZeroDivisionError: no)" in capsys.readouterr().err


def test_a_long_list_of_names_is_cut(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The remedy says how many more there are."""
    for n in range(24):
        (folder / f"n{n}.txt").write_text(f"{n} {ARTICLE}")
    assert run("explain", "none.txt", "--articles", folder) == 1
    assert capsys.readouterr().err.rstrip().endswith(" and 5 more.")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [("build", 130, "Stopped.\n"), ("check", 130, "Stopped.\n"), ("serve", 0, "")],
)
def test_an_interrupted_command_says_so(
    command: str,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C is how serving ends; of other work it leaves something undone."""

    def interrupted(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"dashboard.cli.commands.{command}", interrupted)
    assert run(command) == code
    assert capsys.readouterr().err == said


def test_nobody_reading_on_is_no_failure_to_show(root: Path) -> None:
    """A closed pipe, as in "explain … | head -1", ends without a traceback."""
    command = [sys.executable, "-m", "dashboard", "explain", "000_28d59b21a6814628.txt"]
    child = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    assert (child.wait(), said) == (1, "")


def test_every_file_of_an_export_is_named(
    seeds_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture may go on over further pages."""
    assert run("export", tmp_path / "a.svg", "--store", seeds_store) == 0
    named = [line.removesuffix(" is written.") for line in capsys.readouterr().out.splitlines()]
    assert sorted(named) == sorted(str(path) for path in tmp_path.iterdir())


def test_check_finds_nothing_wrong(seeds_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All quotes of the seeds stand in their articles, all rules keep to their examples."""
    assert run("check", "--store", seeds_store) == 0
    assert "to the letter" in capsys.readouterr().out


def test_check_names_what_fails(
    seeds_store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that breaks its example is printed and the exit code is 1."""
    monkeypatch.setattr("dashboard.extract.check_rules", lambda: ["iso: no match."])
    assert run("check", "--store", seeds_store) == 1
    assert capsys.readouterr().out == "iso: no match.\n1 failure.\n"


def test_a_busy_port_gets_the_next_free_one() -> None:
    """The server says which one it took."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with listen("127.0.0.1", port) as taken:
            assert port < taken.getsockname()[1] < port + 50


def test_an_address_of_another_machine_is_refused() -> None:
    """There is a line of fact and one of remedy for that too."""
    with pytest.raises(TimelineError, match=r"192\.0\.2\.1 cannot be listened on"):
        listen("192.0.2.1", 8050)


def test_the_package_runs_as_a_module(root: Path) -> None:
    """Run as a module it ends with the exit code of the command."""
    command = [sys.executable, "-m", "dashboard", "sevre"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_numbers_take_their_noun() -> None:
    """One event, two events."""
    assert [count(n, "event") for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]

"""Reading a folder: what is read, what is declared beside it, what is named and left out."""

import os
import sys
from pathlib import Path

import pytest

from dashboard.errors import ArticleError
from dashboard.read import LIMIT, read_articles, read_folder
from dashboard.read.plain import first_line_headline

TEXT = "Ferry Talks Open in Oslo\n\nMinisters met on Monday."


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder and return it."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    return folder


def test_articles_come_in_order_of_file_name(tmp_path: Path) -> None:
    """Only .txt files are articles; their order is that of their names."""
    put(tmp_path, {"b.txt": "Two.", "a.TXT": "One.", "NOTICE": "no", "c.md": "no"})
    (tmp_path / "folder.txt").mkdir()
    assert [article.file for article in read_articles(tmp_path)] == ["a.TXT", "b.txt"]


def test_the_seeds_keep_every_character(root: Path) -> None:
    """The text of a seed is the file's bytes as UTF-8, nothing more and nothing less."""
    folder = read_folder(root / "seeds")
    assert len(folder.articles) == 2
    assert not folder.problems
    for article in folder.articles:
        assert article.text.encode() == (root / "seeds" / article.file).read_bytes()
        assert folder.raw[article.file] == (root / "seeds" / article.file).read_bytes()


def test_what_is_declared_goes_with_the_article(tmp_path: Path) -> None:
    """All six keys reach the article, and the day is known to be declared."""
    declared = (
        '["a.txt"]\nheadline = "H"\npublisher = "P"\nauthor = "A"\npublished_on = "2022-10-11"\n'
        'url = "https://example.org/a"\nlanguage = "en-GB"\n'
    )
    (article,) = read_articles(put(tmp_path, {"a.txt": TEXT, "sources.toml": declared}))
    assert (article.headline, article.publisher, article.author) == ("H", "P", "A")
    assert (article.published_on, article.published_from) == ("2022-10-11", "sources.toml")
    assert (article.url, article.language) == ("https://example.org/a", "en-GB")


def test_a_day_may_be_written_as_toml_writes_it(tmp_path: Path) -> None:
    """A day without quotes is the same day."""
    put(tmp_path, {"a.txt": TEXT, "sources.toml": '["a.txt"]\npublished_on = 2022-10-11\n'})
    assert read_articles(tmp_path)[0].published_on == "2022-10-11"


def test_how_dates_are_read_may_be_declared(tmp_path: Path) -> None:
    """Whether it is a history and which way figures are read goes with the article."""
    declared = '["a.txt"]\nnarrative = true\nday_first = false\n["b.txt"]\nauthor = "B"\n'
    files = {"a.txt": TEXT, "b.txt": f"{TEXT} Again.", "sources.toml": declared}
    told = [(a.narrative, a.day_first) for a in read_articles(put(tmp_path, files))]
    assert told == [(True, False), (None, None)]


def test_without_a_declared_day_there_is_none(tmp_path: Path) -> None:
    """No day is invented, not from the file's age either."""
    (article,) = read_articles(put(tmp_path, {"a.txt": TEXT}))
    assert (article.published_on, article.published_from) == ("", "")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (TEXT, "Ferry Talks Open in Oslo"),
        ("\r\n\r\nIs the Ferry Late?\r\n\r\nIt is.", "Is the Ferry Late?"),
        ("Ministers met on Monday.\nThey will meet again.", ""),
        ("He said: “It is late.”\nThey will meet again.", ""),
        ("Only one line without a stop", ""),
        ("word " * 40 + "\nMore.", ""),
    ],
)
def test_the_first_line_is_the_headline_if_it_looks_like_one(text: str, headline: str) -> None:
    """A short first line without a full stop, with text after it, is a headline."""
    assert first_line_headline(text) == headline


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"word\0" * 200, "is no text"),
        (b"\1\2\3\4\5\6\7" * 500, "is no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "does not decode"),
        (b"\xff\xfeA", "does not decode"),
        (b"a" * (LIMIT + 1), "is too long"),
    ],
)
def test_bad_files_are_named_and_the_rest_goes_on(
    tmp_path: Path, content: bytes, fact: str
) -> None:
    """A file that cannot be read is a problem with its name and a remedy, not the end."""
    folder = read_folder(put(tmp_path, {"a.txt": content, "b.txt": TEXT}))
    assert [article.file for article in folder.articles] == ["b.txt"]
    (problem,) = folder.problems
    assert f"a.txt {fact}" in problem.message
    assert problem.remedy.endswith(".")


def test_a_copy_is_left_out(tmp_path: Path) -> None:
    """The same text under two names is one article, since it is one source."""
    folder = read_folder(put(tmp_path, {"a.txt": TEXT, "b.txt": TEXT}))
    assert [article.file for article in folder.articles] == ["a.txt"]
    assert "b.txt holds the same text as a.txt" in folder.problems[0].message


def test_files_that_nobody_reads_are_named(tmp_path: Path) -> None:
    """A document is named as left out, once; what is plainly no article is passed over."""
    other = dict.fromkeys(("b.docx", "c.html", "d.md", "NOTICE", ".hidden.md", "s.db"), b"x")
    declared = '["b.docx"]\npublisher = "P"\n'
    folder = read_folder(put(tmp_path, {"a.txt": TEXT, "sources.toml": declared, **other}))
    names = [problem.message.split(" was left out")[0] for problem in folder.problems]
    assert names == [str(tmp_path / name) for name in ("b.docx", "c.html", "d.md")]


def test_a_declared_file_that_nobody_reads_is_named(tmp_path: Path) -> None:
    """A table in sources.toml says that an article was meant."""
    declared = '["NOTICE"]\npublisher = "P"\n'
    folder = read_folder(put(tmp_path, {"a.txt": TEXT, "sources.toml": declared, "NOTICE": "x"}))
    (problem,) = folder.problems
    assert "NOTICE was left out" in problem.message


def test_the_seeds_have_no_problem(root: Path) -> None:
    """What lies beside the seed articles is no article."""
    assert read_folder(root / "seeds").problems == ()


def test_a_described_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A table for a file that does not exist is most likely a slip of the pen."""
    put(tmp_path, {"a.txt": TEXT, "sources.toml": '["b.txt"]\npublisher = "P"\n'})
    assert "describes b.txt" in read_folder(tmp_path).problems[0].message


@pytest.mark.parametrize(
    ("declared", "line", "fact", "remedy"),
    [
        ('["a.txt"]\npubished_on = "2022"', 2, "pubished_on is no known key", "published_on"),
        ('["a.txt"]\n\npublished_on = "11.10.2022"', 3, "published_on: '11.10.2022'", "EDTF"),
        ('["b.txt"]\nurl=""\n["a.txt"]\nurl = "javascript:x"', 4, "url is no web", "https"),
        ('["a.txt"]\nurl = "https:///x"', 2, "url is no web address", "https"),
        ('["a.txt"]\nurl = "http://[x"', 2, "url is no web address", "https"),
        ('["a.txt"]\nlanguage = "English"', 2, "language is no language tag", "en-GB"),
        ('["a.txt"]\nnarrative = "yes"', 2, "narrative is neither true nor false", "quotes"),
        ('["a.txt"]\n\nday_first = 1', 3, "day_first is neither true nor false", "true or"),
        ('["a.txt"]\nheadline = 3', 2, "headline is not text", "quotes"),
        ('publisher = "P"', 1, "publisher stands outside a table", '["file.txt"]'),
        ('[a.txt]\npublisher = "P"', 1, "txt is no known key", '["file.txt"]'),
    ],
)
def test_a_wrong_sources_file_stops_with_its_line(
    tmp_path: Path, declared: str, line: int, fact: str, remedy: str
) -> None:
    """What is wrong in sources.toml would date articles wrongly, so nothing is read."""
    put(tmp_path, {"a.txt": TEXT, "sources.toml": declared})
    with pytest.raises(ArticleError) as caught:
        read_folder(tmp_path)
    assert f"sources.toml, line {line}: {fact}" in caught.value.message
    assert remedy in caught.value.remedy


def test_what_is_no_toml_stops_with_its_line(tmp_path: Path) -> None:
    """The TOML reader's own words say where it stopped."""
    put(tmp_path, {"a.txt": TEXT, "sources.toml": '["a.txt"]\nheadline = "x\n'})
    with pytest.raises(ArticleError, match=r"sources\.toml cannot be read: .*line 2"):
        read_folder(tmp_path)


def test_a_missing_folder_is_named() -> None:
    """There is no guess at another folder."""
    with pytest.raises(ArticleError, match="cannot be read as a folder"):
        read_folder("no/such/folder")


def test_the_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    """Text, declaration and file name all count."""
    seen = []
    for files in (
        {"a.txt": TEXT},
        {"a.txt": TEXT + " "},
        {"sources.toml": '["a.txt"]\nauthor = "A"'},
        {"b.txt": "More."},
    ):
        put(tmp_path, dict(files))
        assert read_folder(tmp_path).fingerprint == read_folder(tmp_path).fingerprint
        seen.append(read_folder(tmp_path).fingerprint)
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    seen.append(read_folder(tmp_path).fingerprint)
    assert len(set(seen)) == 5


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are always text there")
def test_a_file_whose_name_is_no_text_is_named(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 in a file name are shown by their codes; the rest is read."""
    (tmp_path / "fine.txt").write_text("Norway signed a treaty.")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt")).write_text("Chile signed too.")
    found = read_folder(tmp_path)
    assert [article.file for article in found.articles] == ["fine.txt"]
    (problem,) = found.problems
    assert "odd\\udcff.txt has a name that is no text." in problem.message
    assert problem.message.encode()

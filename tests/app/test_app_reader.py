"""The reader's data: the whole text in pieces, what each mark is, and sums that come out."""

from pathlib import Path

import pytest
from factories import make_article, make_reading, make_report
from flask.testing import FlaskClient

from dashboard.app.account import account_sums
from dashboard.app.desk import Desk
from dashboard.app.reader import published_words, reader
from dashboard.app.show import answer
from dashboard.errors import SelectionError
from dashboard.model import Accounted, Folder, Reading, Span
from dashboard.selection import Selection
from dashboard.store import Store, build, open_store

TEXT = (
    "Norway opened a rail link to Finland on 4 March 2019. It took two years.\n\n"
    "Talks go on <b>now</b> & later."
)
QUOTE = "Norway opened a rail link to Finland on 4 March 2019."
SCREEN = {"width": 1100, "dark": False, "small": False}


@pytest.fixture
def one_article(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of one article: two quotes, one of them inside the other, one sentence not used."""
    article = make_article(TEXT, headline="", publisher="Harbour Gazette")
    whole = make_report(article, QUOTE, event_id="a1")
    part = make_report(article, "a rail link to Finland", event_id="b2", label="A rail link")
    start = TEXT.index("Talks")
    unused = Accounted(Span(start, len(TEXT)), TEXT[start:], "sentence", "unused", "It is talk.")
    reading = Reading(article, (whole, part), (), (), (unused,))
    path = tmp_path_factory.mktemp("reader") / "reader.db"
    build(path, Folder((article,)), (reading,))
    return open_store(path)


def everything(store: Store) -> dict[str, object]:
    """The reader's data of the only article."""
    return reader(store, "harbour.txt", store.select(Selection()))


def test_pieces_are_the_text_in_its_paragraphs(one_article: Store) -> None:
    """Put together the pieces are the article to the letter, and no offset is among them."""
    found = everything(one_article)
    paragraphs = ["".join(text for text, _ in pieces) for pieces in found["paragraphs"]]
    assert "".join(paragraphs) == TEXT
    assert [words.strip() for words in paragraphs] == TEXT.split("\n\n")
    assert "start" not in str(found["marks"])


def test_pieces_of_a_quote_are_its_words(one_article: Store) -> None:
    """Each mark covers exactly its characters, also where it lies inside another."""
    found = everything(one_article)
    pieces = [piece for paragraph in found["paragraphs"] for piece in paragraph]
    words = {
        mark["event"]: "".join(text for text, ids in pieces if name in ids)
        for name, mark in found["marks"].items()
        if mark["what"] == "quote"
    }
    assert words == {"a1": QUOTE, "b2": "a rail link to Finland"}
    assert [event["id"] for event in found["events"]] == ["a1", "b2"]


def test_sentence_without_a_report_says_why(one_article: Store) -> None:
    """What was not used is in the account with its reason, and can be found in the text."""
    found = everything(one_article)
    (name,) = found["account"]["sentences"]["entries"]
    assert found["marks"][name]["reason"] == "It is talk."
    assert found["account"]["sentences"]["title"] == "1 sentence not used"
    assert any(name in ids for pieces in found["paragraphs"] for _, ids in pieces)


def test_article_without_headline_goes_by_its_file_name(one_article: Store) -> None:
    """There is always a heading."""
    assert everything(one_article)["headline"] == "harbour.txt"


def test_typed_words_are_marked_in_the_article(one_article: Store) -> None:
    """The places of words looked for are pieces of their own."""
    found = reader(one_article, "harbour.txt", one_article.select(Selection()), "talks")
    hits = [text for p in found["paragraphs"] for text, ids in p if any(i[0] == "h" for i in ids)]
    assert hits == ["Talks"]


@pytest.mark.parametrize(
    ("published_on", "published_from", "words"),
    [
        ("2022-10-11", "sources.toml", "Published Tue 11 Oct 2022, as sources.toml says"),
        ("2022-10-11", "", "Published Tue 11 Oct 2022"),
        ("", "", "Publication day not known"),
    ],
)
def test_publication_day_comes_with_where_it_is_known_from(
    published_on: str, published_from: str, words: str
) -> None:
    """A day is never shown as if it stood in the article when it was declared."""
    article = make_article(published_on=published_on, published_from=published_from)
    assert published_words(article) == words


def test_how_an_article_is_declared_to_be_read_is_in_its_head(tmp_path: Path) -> None:
    """What sources.toml says of histories and figures stands beside the publication day."""
    article = make_article(TEXT, published_on="2022-10-11", narrative=True)
    readings = (make_reading(article, [make_report(article, QUOTE)]),)
    build(tmp_path / "a.db", Folder((article,)), readings)
    said = everything(open_store(tmp_path / "a.db"))["published"]
    assert str(said).endswith(", as sources.toml says; read as a history, as is declared")


def test_seed_accounts_come_out(seeds_store: object) -> None:
    """In each seed and over both, found is the sum of the four fates, and each entry is listed."""
    store = open_store(str(seeds_store))
    reports = store.select(Selection())
    for article in store.articles():
        for sort in reader(store, article.file, reports)["account"]["sorts"]:
            counts = {part["fate"]: part["count"] for part in sort["parts"]}
            assert sort["found"] == sum(counts.values())
            assert counts == {fate: len(ids) for fate, ids in sort["entries"].items()}
            assert sum(count for _, count in sort["reasons"]) == counts["unused"]
    total = account_sums(store.sums())
    for sort in total["sorts"]:
        assert sort["found"] == sum(part["count"] for part in sort["parts"])
    quotes = store.quote_meter()
    assert quotes.inexact == 0
    assert total["meter"].startswith(f"{quotes.exact} of {quotes.exact} quotes")


def test_accounts_are_listed_from_where_it_is_asked(desk: Desk, client: FlaskClient) -> None:
    """What is no number of an article is taken as the first; the sums are asked for apart."""
    whole = client.get("/accounts").get_json()
    assert whole["total"] == len(whole["articles"]) > 3
    assert client.get("/accounts?first=3").get_json() == {
        "total": whole["total"],
        "articles": whole["articles"][3:],
    }
    sums = client.get("/accounts/sums").get_json()
    assert (sums["exact"], len(sums["sorts"])) == (True, 2)
    for first in ("-1", "many"):
        assert client.get(f"/accounts?first={first}").get_json() == whole
    assert client.get(f"/accounts?first={'9' * 30}").get_json()["articles"] == []


def test_open_article_is_named_and_asked_for_by_itself(desk: Desk, client: FlaskClient) -> None:
    """Opening an article names it: its text is had apart, once, and the picture stays as it is."""
    first = answer(desk, "", SCREEN, {}, False, {})
    row = first["shown"]["events"]["rows"][0]
    given = answer(desk, f"?event={row['id']}", SCREEN, {}, False, first["shown"]["known"])
    file = given["shown"]["drawer"]["sources"][0]["file"]
    search = f"?event={row['id']}&article={file}"
    shown = answer(desk, search, SCREEN, {}, False, first["shown"]["known"])["shown"]
    assert set(shown) == {"query", "drawer", "reader"}
    assert shown["reader"] == {"file": file}
    found = client.get("/article", query_string={"article": file, "text": "rail"}).get_json()
    assert (found["file"], found["typed"]) == (file, "rail")
    assert row["id"] in [event["id"] for event in found["events"]]
    for filters in ({}, {"kind": "happened"}):
        found = client.get("/article", query_string={"article": file, **filters}).get_json()
        rows = client.get("/rows", query_string={**filters, "size": 200}).get_json()["rows"]
        numbers = {row["id"]: row["number"] for row in rows}
        assert [e["number"] for e in found["events"]] == [
            numbers.get(e["id"], 0) for e in found["events"]
        ]
    gone = client.get("/article?article=gone.txt")
    assert gone.status_code == 400
    assert "gone.txt" in gone.text
    look = answer(
        desk, f"{search}&marks=all&account=open", SCREEN, {}, False, first["shown"]["known"]
    )
    assert set(look["shown"]) == {"query", "drawer", "reader"}


def test_article_that_is_not_there_is_named(desk: Desk) -> None:
    """A link to an article that is gone says so, and what to do."""
    with pytest.raises(SelectionError, match=r"gone\.txt"):
        desk.drawer(Selection(article="gone.txt"))

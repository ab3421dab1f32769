"""The publication day over the network: what is known of it, set, taken back, refused."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.cli import commands, main
from dashboard.errors import StoreError
from dashboard.store import open_store

TEXT = "Ferry Talks Open in Oslo\n\nNorway signed a treaty with Chile on {day}.\n"
ADDRESS = "/published?file=oslo.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Namespace:
    """A folder of one article without a day, with its store."""
    given = {"articles": tmp_path / "articles", "store": tmp_path / "a.db"}
    args = Namespace(**{**commands.PLACES, **given})
    args.articles.mkdir()
    (args.articles / "oslo.txt").write_text(TEXT.format(day="4 October"))
    assert main(["build", "--articles", str(args.articles), "--store", str(args.store)]) == 0
    return args


def client_of(folder: Namespace, rebuild: Callable[[], object] | None) -> FlaskClient:
    """Return a client of the app over the store."""
    client: FlaskClient = create_app(folder.store, rebuild).server.test_client()
    return client


@pytest.fixture
def client(folder: Namespace) -> FlaskClient:
    """A client of an app that can read the articles again."""
    return client_of(folder, lambda: commands.build_again(folder))


def test_day_is_set_and_what_changed_is_said(client: FlaskClient, folder: Namespace) -> None:
    """All that hung on it is resolved again, and the row says who, why and what before."""
    asked = {"day": "11 Oct 2022", "reason": "Seen in print.", "who": "Anna"}
    given = client.post(ADDRESS, json=asked).json or {}
    assert given["said"] == (
        "Published Tue 11 Oct 2022, corrected by a reader. 1 event got another day."
    )
    assert given["is_corrected"]
    assert given["day"] == "11 Oct 2022"
    assert "by Anna: publication day corrected from not known to Tue 11 Oct 2022" in given["log"][0]
    assert set(open_store(folder.store).event_days().values()) == {"2022-10-04"}
    assert (folder.articles / "oslo.txt").read_text() == TEXT.format(day="4 October")


def test_day_is_taken_back(client: FlaskClient, folder: Namespace) -> None:
    """An empty day takes the correction back; both rows stay."""
    client.post(ADDRESS, json={"day": "2022-10-11"})
    given = client.post(ADDRESS, json={"day": ""}).json or {}
    assert given["standing"] == "Publication day not known."
    assert not given["is_corrected"]
    assert len(given["log"]) == 2
    assert set(open_store(folder.store).event_days().values()) == {"XXXX-10-04"}


def test_what_its_own_words_say_is_shown(client: FlaskClient, folder: Namespace) -> None:
    """What would settle the day, or the days that fit, whatever is declared or corrected."""
    given = client.get(ADDRESS).json or {}
    assert given["standing"] == "Publication day not known."
    assert given["missing"] == "The year of “4 October”, or its weekday."
    assert given["command"] == ""
    client.post(ADDRESS, json={"day": "2022-10-11"})
    assert (client.get(ADDRESS).json or {})["missing"] == given["missing"]
    (folder.articles / "oslo.txt").write_text(TEXT.format(day="Tuesday, 4 October 2022"))
    (folder.articles / "old.txt").write_text("Updated on 10 March 2021\n\nOslo signed the pact.")
    commands.build_again(folder)
    stamped = client.get("/published?file=old.txt").json or {}
    assert stamped["days"] == [{"edtf": "2021-03-10", "words": "Wed 10 Mar 2021"}]
    assert "worked out from what it says" in stamped["standing"]


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"day": "soon"}, "day", "“soon” cannot be read as a day."),
        ({"day": "4 October"}, "day", "“4 October” has no year."),
        ({"day": "XXXX-10-04"}, "day", "has no year."),
        ({"day": "2" * 201}, "day", "too long"),
        ({"day": "2022", "reason": "x" * 501}, "reason", "at most 500 characters"),
        ({"day": "2022", "who": "x" * 81}, "who", "at most 80 characters"),
        ({"day": ""}, "", "Nothing is corrected in oslo.txt."),
        ([], "", "Nothing is corrected in oslo.txt."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    client: FlaskClient, folder: Namespace, asked: object, field: str, words: str
) -> None:
    """Nothing is kept, and the sentence says what to do."""
    errors = (client.post(ADDRESS, json=asked).json or {})["errors"]
    assert set(errors) == {field}
    assert words in errors[field]
    assert open_store(folder.store).corrections("oslo.txt") == ()


def test_article_that_is_not_there_is_named(client: FlaskClient) -> None:
    """An address of another article is answered with a sentence."""
    given = client.get("/published?file=gone.txt").json or {}
    assert "no article gone.txt" in given["errors"][""]


def test_without_a_way_to_read_again_the_command_is_named(folder: Namespace) -> None:
    """A notebook shows what is known, keeps nothing, and says how to do it."""
    client = client_of(folder, None)
    given = client.get(ADDRESS).json or {}
    assert given["command"] == "python -m dashboard date oslo.txt DAY"
    assert given["missing"]
    refused = client.post(ADDRESS, json={"day": "2022-10-11"}).json or {}
    assert given["command"] in refused["errors"][""]
    assert open_store(folder.store).corrections("oslo.txt") == ()


def test_build_that_fails_is_said_and_the_day_is_kept(folder: Namespace) -> None:
    """What a person decided is not lost; the next build lays it over."""

    def fails() -> None:
        raise StoreError("The disk is full.", "Make room.")

    given = client_of(folder, fails).post(ADDRESS, json={"day": "2022-10-11"}).json or {}
    assert given["errors"] == {"": "The disk is full. Make room."}
    commands.build_again(folder)
    assert set(open_store(folder.store).event_days().values()) == {"2022-10-04"}


def test_folder_that_is_empty_by_now_leaves_the_store(
    client: FlaskClient, folder: Namespace
) -> None:
    """Reading nothing again does not take away what was read before."""
    (folder.articles / "oslo.txt").unlink()
    given = client.post(ADDRESS, json={"day": "2022-10-11"}).json or {}
    assert "There is no article to read" in given["errors"][""]
    assert open_store(folder.store).meta().articles == 1


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_other_sites_cannot_set_a_day(client: FlaskClient, headers: dict[str, str]) -> None:
    """A page of another site is refused, and a form is not understood."""
    assert client.post(ADDRESS, json={"day": "2022-10-11"}, headers=headers).status_code == 403
    assert client.post(ADDRESS, data={"day": "2022-10-11"}).status_code == 415

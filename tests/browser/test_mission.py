"""The mission on the two seed articles: filter, open an event, read the words, take a picture."""

import re
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from dashboard.events import to_events
from dashboard.model import KINDS
from dashboard.selection import Selection, from_url, matches
from dashboard.store import open_store

REQUIRED_DAYS = ("2022-10-04", "2022-10-06", "2022-10-10")


@pytest.fixture(scope="module")
def events(seeds_store: Path) -> pd.DataFrame:
    """All events of the seeds, in order of date."""
    return to_events(open_store(seeds_store).select(Selection(kinds=KINDS)))


@pytest.fixture(scope="module")
def articles(seeds_store: Path) -> list[str]:
    """The texts of the seed articles."""
    return [article.text for article in open_store(seeds_store).articles()]


def open_page(page: Page, query: str = "") -> None:
    """Go to a view and wait until its sentence stands."""
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


def mark(page: Page, event_id: str) -> Locator:
    """The button of an event on the drawing."""
    return page.locator(f'.mark[data-event="{event_id}"]').first


def from_field(page: Page) -> Locator:
    """The field of the first day."""
    return page.get_by_role("textbox", name="From", exact=True)


def shown_ids(page: Page) -> list[str]:
    """The ids of the events in the table, from top to bottom."""
    rows = page.locator("#events tr[data-event]")
    return list(rows.evaluate_all("rows => rows.map((row) => row.dataset.event)"))


def g7_meeting(events: pd.DataFrame) -> pd.Series:
    """The event in which the G7 meet on 11 October 2022."""
    is_day = events["date"] == "2022-10-11"
    is_meeting = events["label"].str.contains("G7|Group of Seven") & events["label"].str.contains(
        "meeting|met|convened|address|speech"
    )
    found = events[is_day & is_meeting]
    assert len(found) >= 1
    return found.iloc[0]


@pytest.mark.parametrize("day", REQUIRED_DAYS)
def test_mark_of_a_required_day_opens_its_exact_quote(
    page: Page, events: pd.DataFrame, articles: list[str], day: str
) -> None:
    """4, 6 and 10 October are there, and each opens on words that stand in an article."""
    found = events[events["date"] == day]
    assert len(found) >= 1
    open_page(page)
    for event in found.to_dict("records"):
        mark(page, event["event_id"]).click()
        expect(page.locator("#drawer-title")).to_have_text(event["label"])
        quotes = page.locator("#drawer mark.quote").all_text_contents()
        assert event["quote"] in quotes
        assert all(any(quote in text for text in articles) for quote in quotes)


def test_mark_of_the_g7_meeting_opens_its_exact_quote(
    page: Page, events: pd.DataFrame, articles: list[str]
) -> None:
    """The G7 meeting of 11 October 2022 is there, dated in words, with the words that report it."""
    event = g7_meeting(events)
    open_page(page)
    mark(page, event["event_id"]).click()
    expect(page.locator("#drawer .day")).to_have_text("Tue 11 Oct 2022")
    quotes = page.locator("#drawer mark.quote").all_text_contents()
    assert event["quote"] in quotes
    assert all(any(quote in text for text in articles) for quote in quotes)


@pytest.mark.parametrize("match", ["any", "all", "none"])
def test_choosing_the_four_countries_leaves_the_right_events(
    page: Page, events: pd.DataFrame, match: str
) -> None:
    """Belarus, France, Ukraine, Russia chosen by hand leave what the filter's own rule says."""
    open_page(page)
    picker = page.get_by_role("textbox", name="Countries")
    for name in ("Belarus", "France", "Ukraine", "Russia"):
        picker.fill(name)
        page.get_by_role("option", name=re.compile(f"^{name}")).first.click()
    picker.press("Escape")
    page.locator("#match").get_by_text(f"{match} of").click()
    codes = ("BLR", "FRA", "RUS", "UKR")
    selection = Selection(countries=codes, match=match)
    expected = [e["event_id"] for e in events.to_dict("records") if matches(selection, e)]
    expect(page).to_have_url(re.compile("country=BLR&country=FRA&country=RUS&country=UKR"))
    title = page.locator("#events .title")
    expect(title).to_have_text(f"Events{len(expected)}")
    assert shown_ids(page) == expected
    joint = {"any": "or", "all": "and", "none": "or"}[match]
    expect(page.locator("#sentence")).to_contain_text(f"Belarus, France, Russia {joint} Ukraine")
    assert page.title() == page.locator("#sentence").text_content()


def test_g7_is_among_the_actors(page: Page, events: pd.DataFrame) -> None:
    """Typing G7 into the actor filter finds it, and what is left is what it acts in."""
    open_page(page)
    picker = page.get_by_role("textbox", name="People and organisations")
    picker.fill("G7")
    page.get_by_role("option", name=re.compile("G7")).first.click()
    expect(page).to_have_url(re.compile("actor="))
    selection = from_url(page.url.partition("?")[2])
    expected = [e["event_id"] for e in events.to_dict("records") if matches(selection, e)]
    assert expected
    # The address changes before the table is filled anew.
    expect(page.locator("#events tr[data-event]")).to_have_count(len(expected))
    assert shown_ids(page) == expected


def test_link_restores_the_view_in_a_new_window(page: Page, events: pd.DataFrame) -> None:
    """Filters, range, grouping, theme and the open event come back from the address alone."""
    event = g7_meeting(events)
    query = (
        f"?country={event['countries'][0]}&from=2022-10-06&to=2022-10-12&group=country"
        f"&event={event['event_id']}&theme=dark"
    )
    open_page(page, query)
    expect(page.locator("#drawer-title")).to_have_text(event["label"])
    expect(from_field(page)).to_have_value("6 Oct 2022")
    expect(page.get_by_role("textbox", name="To", exact=True)).to_have_value("12 Oct 2022")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.get_by_role("radio", name="Country")).to_be_checked()
    selection = from_url(query)
    expected = [e["event_id"] for e in events.to_dict("records") if matches(selection, e)]
    assert shown_ids(page) == expected
    assert page.url.endswith(query)


def test_back_button_takes_back_the_last_filter(page: Page) -> None:
    """Each change is a step in the history of the browser, controls included."""
    open_page(page)
    before = page.locator("#sentence").text_content()
    from_field(page).fill("10 Oct")
    from_field(page).press("Enter")
    expect(page).to_have_url(re.compile("from=2022-10-10"))
    expect(page.locator("#sentence")).not_to_have_text(str(before))
    page.go_back()
    expect(page.locator("#sentence")).to_have_text(str(before))
    expect(from_field(page)).to_have_value("")


def test_wrong_day_is_answered_beside_the_field(page: Page) -> None:
    """What cannot be read stays to be corrected, with how to write it."""
    open_page(page)
    from_field(page).fill("soonish")
    from_field(page).press("Enter")
    expect(page.locator("#rail")).to_contain_text("Write a day as 4 Oct")
    expect(from_field(page)).to_have_value("soonish")
    expect(from_field(page)).to_have_attribute("aria-invalid", "true")


def test_wrong_link_shows_what_can_be_read_of_it(page: Page) -> None:
    """The banner says what is left out, and stays until something else is asked for."""
    page.goto("/?country=BLR&from=rubbish")
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("“rubbish” is not a day.")
    expect(banner).to_contain_text("All else that the link asks for is shown.")
    expect(banner).not_to_contain_text("Traceback")
    expect(page.locator("#sentence")).to_contain_text("involving Belarus")
    expect(page).to_have_url(re.compile(r"/\?country=BLR$"))
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".mark").first).to_be_visible()
    expect(banner).to_contain_text("is not a day")
    page.get_by_role("button", name="Remove filter: Belarus").click()
    expect(page.locator("#sentence")).not_to_contain_text("Belarus")
    expect(banner).to_be_empty()
    page.go_back()
    expect(page.locator("#sentence")).to_contain_text("involving Belarus")


def test_banner_of_a_wrong_link_has_a_way_out(page: Page) -> None:
    """ "Show everything" leads to the whole timeline, also where that is shown already."""
    page.goto("/?country=zz1")
    banner = page.get_by_role("alert")
    expect(page.locator("#sentence")).to_contain_text("events")
    banner.get_by_role("link", name="Show everything").click()
    expect(banner).to_be_empty()
    expect(page.locator("#sentence")).to_contain_text("events")


def test_edge_marker_widens_the_range(page: Page, events: pd.DataFrame) -> None:
    """Pressing "1 earlier" brings what lies far off into the picture."""
    open_page(page)
    edge = page.locator(".edge").first
    expect(edge).to_have_attribute("aria-label", re.compile("earlier"))
    marks = page.locator(".mark").count()
    edge.click()
    expect(page.locator(".edge")).to_have_count(0)
    assert page.locator(".mark").count() > marks


def test_copied_quote_comes_with_its_citation(page: Page, events: pd.DataFrame) -> None:
    """The clipboard holds the words, who published them, and where they stand."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    event = g7_meeting(events)
    open_page(page, f"?event={event['event_id']}")
    page.get_by_role("button", name="Copy quote with citation").first.click()
    expect(page.get_by_role("status")).to_contain_text("copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert event["quote"] in copied
    assert event["publishers"][0] in copied or event["publishers"][-1] in copied
    assert re.search(r"characters [\d,]+ to [\d,]+$", copied)


def test_each_quote_has_its_place_under_it(page: Page, seeds_store: Path) -> None:
    """Where a report goes on elsewhere, it is to be seen which words stand where."""
    reports = open_store(seeds_store).select(Selection())
    longest = reports.loc[reports["further_quotes"].map(len).idxmax()]
    open_page(page, f"?event={longest['event_id']}")
    button = page.locator(f'[data-report="{longest["report_id"]}"]')
    quotes = page.locator("#drawer .report").filter(has=button).locator("blockquote")
    expect(quotes).to_have_count(1 + len(longest["further_quotes"]))
    for quote in quotes.all():
        place = quote.locator("xpath=following-sibling::*[1]")
        expect(place).to_contain_text("characters ")
        assert place.evaluate("node => node.getBoundingClientRect().height") > 10


def test_data_links_hold_what_is_on_the_screen(page: Page, events: pd.DataFrame) -> None:
    """The CSV behind the link has the events of the table, and no others."""
    open_page(page, "?country=FRA")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the data as CSV").click()
    table = pd.read_csv(download.value.path())
    assert set(table["event_id"]) == set(shown_ids(page))


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (1280, 720), (1024, 768)])
def test_briefing_fills_the_window_without_scrolling(page: Page, size: tuple[int, int]) -> None:
    """The picture is whole, 16 to 9, as large as it can be, and there is nothing to scroll."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page)
    page.get_by_role("button", name="Briefing").click()
    picture = page.locator("#briefing img")
    expect(picture).to_be_visible()
    picture.evaluate("node => node.decode()")
    assert picture.evaluate("node => node.naturalWidth") > 0
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, abs=0.01)
    assert box["width"] > size[0] * 0.85
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollHeight") <= size[1]
    assert page.evaluate(f"{root}.scrollWidth") <= size[0]
    assert box["y"] + box["height"] <= size[1]
    expect(page.locator("#rail")).to_be_hidden()
    alt = picture.get_attribute("alt") or ""
    assert page.title() in alt
    page.get_by_role("button", name="Back").click()
    expect(page.locator("#rail")).to_be_visible()


def test_theme_of_the_picture_is_chosen_apart_from_the_screen(page: Page) -> None:
    """Light at first on a dark page; dark or as the screen is by one press, and so is the PNG."""

    def ground() -> int:
        """The brightness of the corner of the PNG that the link gives."""
        with page.expect_download() as download:
            page.get_by_role("link", name="Download PNG").click()
        return int(Image.open(download.value.path()).convert("L").getpixel((4, 4)))

    open_page(page, "?view=briefing&theme=dark")
    choice = page.get_by_role("group", name="Theme of the picture")
    expect(choice.get_by_role("button", pressed=True)).to_have_text("Light")
    assert ground() > 200
    choice.get_by_role("button", name="As on the screen").click()
    expect(page).to_have_url(re.compile("picture=screen$"))
    expect(choice.get_by_role("button", pressed=True)).to_be_focused()
    assert ground() < 60
    page.emulate_media(color_scheme="dark")
    page.goto("/?view=briefing&picture=screen")
    expect(page.locator("#briefing img")).to_have_attribute("src", re.compile("theme=dark"))
    choice.get_by_role("button", name="Light").click()
    expect(page.locator("#briefing img")).not_to_have_attribute("src", re.compile("dark"))
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    choice.get_by_role("button", name="Dark").click()
    expect(choice.get_by_role("button", pressed=True)).to_have_text("Dark")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    assert ground() < 60


def test_briefing_turns_its_pages_and_is_left_by_escape(page: Page) -> None:
    """The button leads to the next page and from the last one back to the first."""
    open_page(page, "?view=briefing")
    turn = page.locator("#briefing").get_by_role("button", name="Next page")
    turn.click()
    expect(page.locator("#briefing")).to_contain_text("Page 2 of 2")
    expect(page.locator("#briefing").get_by_role("button", name="First page")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#briefing")).to_be_hidden()
    expect(page.locator("#marks button").first).to_be_visible()


def test_page_of_a_briefing_stays_when_its_theme_changes(page: Page) -> None:
    """Light or dark, it is the same page, and its download is named with its number."""
    open_page(page, "?view=briefing")
    pane = page.locator("#briefing")
    pane.get_by_role("button", name="Next page").click()
    expect(pane).to_contain_text("Page 2 of 2")
    pane.get_by_role("button", name="Dark").click()
    expect(pane.get_by_role("button", pressed=True)).to_have_text("Dark")
    expect(pane).to_contain_text("Page 2 of 2")
    expect(pane.locator("img")).to_have_attribute("src", re.compile("picture=dark.*page=2"))
    for suffix in ("SVG", "PNG"):
        link = pane.get_by_role("link", name=f"Download {suffix}")
        expect(link).to_have_attribute("download", f"briefing-2.{suffix.lower()}")
    pane.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Briefing").click()
    expect(pane).to_contain_text("Page 1 of 2")
    expect(link).to_have_attribute("download", "briefing.png")


def test_briefing_downloads_the_picture_that_is_shown(page: Page) -> None:
    """The link gives a PNG; the address of the view alone is enough to come back."""
    open_page(page, "?country=BLR&view=briefing")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PNG").click()
    assert download.value.suggested_filename == "briefing.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")

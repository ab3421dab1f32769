"""The page on paper: what is to be read, whole and on white, and nothing to press."""

import re
from collections.abc import Iterator

import pytest
from complaints import listen
from factories import make_readings
from playwright.sync_api import BrowserContext, Page, expect
from test_hostile import serve

from dashboard.model import Folder
from dashboard.store import build

PRESSED = "button, input, .chip, .rail, .drawer, .handle, .ways, dialog, a[data-export]"
"""What is pressed on the screen, but for buttons that hold words to be read."""
READ = ".events th button, .events .open, .undated li button"
CUT = """() => [...document.querySelectorAll("main *")].filter((node) => {
  const { overflowX, overflowY } = getComputedStyle(node);
  const clips = ["auto", "scroll", "hidden"].some((way) => way === overflowX || way === overflowY);
  return clips && node.checkVisibility() && node.matches(":not(svg, svg *, .hidden)")
    && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}).map((node) => node.outerHTML.slice(0, 120))"""
"""Elements that show only part of what is in them."""
INKS = """() => [...document.querySelectorAll("#timeline .main-svg text")]
  .map((node) => getComputedStyle(node).fill)"""


@pytest.fixture(scope="module")
def longer_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over more events than come with the picture."""
    readings = make_readings(90)
    path = tmp_path_factory.mktemp("longer") / "longer.db"
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    yield from serve(path)


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait for what it shows."""
    page.goto(address)
    expect(page.locator("#stage[data-state=drawn]")).to_be_attached()


def put_on_paper(page: Page) -> None:
    """Show the page as it is printed on an A4 sheet that lies on its side."""
    page.set_viewport_size({"width": 1120, "height": 790})
    page.emulate_media(media="print")


def sheets(page: Page) -> int:
    """How many pages are printed."""
    paper = page.pdf(landscape=True, format="A4", print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize("query", ["", "?group=country", "?event=first"])
def test_paper_shows_what_is_read_and_nothing_to_press(page: Page, query: str) -> None:
    """Sentence, picture and table are there whole; no button, filter, drawer or handle is."""
    open_page(page, "/")
    first = page.locator("#events [data-event]").first.get_attribute("data-event") or ""
    open_page(page, f"/{query.replace('first', first)}")
    put_on_paper(page)
    for pane in ("#sentence", "#timeline .main-svg >> nth=0", "#overview", "#events table"):
        expect(page.locator(pane)).to_be_visible()
    controls = page.locator(f":is({PRESSED}):not(:is({READ}))").filter(visible=True)
    expect(controls).to_have_count(0)
    quotes = page.locator("#events q")
    assert quotes.count() > 0
    assert quotes.filter(visible=True).count() == quotes.count()
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1120


def test_paper_is_white_in_the_dark_theme_too(page: Page) -> None:
    """Page and picture take the light colours, and the screen has its own again afterwards."""
    open_page(page, "/?theme=dark")
    expect(page.locator("#timeline .main-svg text").first).to_be_visible()
    dark = page.evaluate(INKS)
    put_on_paper(page)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    inks = page.evaluate(INKS)
    assert "rgb(24, 32, 43)" in inks
    assert set(inks).isdisjoint(dark)
    page.emulate_media(media="screen")
    expect(page.locator("body")).to_have_css("background-color", "rgb(17, 21, 28)")
    assert set(page.evaluate(INKS)) == set(dark)


def test_paper_says_what_is_not_on_it_and_where_it_is_from(
    context: BrowserContext, longer_url: str
) -> None:
    """Rows that never came are counted, and the address of the view stands at the end."""
    page = context.new_page()
    complaints = listen(page, longer_url)
    open_page(page, f"{longer_url}/?group=kind")
    put_on_paper(page)
    paper = page.locator("#paper")
    rows = page.locator("#events tr[data-event]")
    expect(paper).to_contain_text(re.compile(r"Printed are \d+ of \d+ events"))
    expect(paper).to_contain_text("/?group=kind")
    expect(page.locator("#events .room").filter(visible=True)).to_have_count(0)
    page.emulate_media(media="screen")
    page.get_by_role("button", name=re.compile(r"Show all \d+ rows at once")).click()
    expect(page.locator("#events :is(.room, .held)")).to_have_count(0)
    total = int(page.locator("#events").get_attribute("data-total") or 0)
    expect(rows).to_have_count(total)
    page.emulate_media(media="print")
    expect(paper).not_to_contain_text(re.compile(r"\d+ of \d+ events"))
    assert complaints == []


def test_notes_are_unfolded_on_paper(page: Page) -> None:
    """What is folded on the screen cannot be unfolded on paper."""
    open_page(page, "/")
    page.evaluate("dateline.renderNotes([{message: 'One file is left out.', remedy: 'Mend it.'}])")
    note = page.get_by_text("One file is left out.")
    expect(note).to_be_hidden()
    put_on_paper(page)
    expect(note).to_be_visible()


def test_briefing_is_printed_as_one_picture_on_one_sheet(page: Page) -> None:
    """Nothing of the page around it comes along."""
    open_page(page, "/?view=briefing")
    picture = page.locator("#briefing img")
    picture.evaluate("node => node.decode()")
    assert sheets(page) == 1
    put_on_paper(page)
    expect(picture).to_be_visible()
    expect(page.locator(":is(button, a, .sentence, table)").filter(visible=True)).to_have_count(0)


def test_open_article_is_printed_in_place_of_the_timeline(page: Page) -> None:
    """Its text is not cut at the window, and the timeline under it stays away."""
    open_page(page, "/?article=000_28d59b21a6814628.txt")
    expect(page.locator("#reader .text")).to_be_visible()
    put_on_paper(page)
    text = page.locator("#reader .scroller")
    expect(text).to_be_visible()
    assert text.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    expect(page.locator("#sentence")).to_be_hidden()

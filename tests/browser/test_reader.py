"""The article reader in the browser: words in view and focused, marks that lead to events."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from complaints import listen
from factories import make_article, make_reading, make_report
from playwright.sync_api import BrowserContext, Page, Route, expect
from test_hostile import EVIL, serve
from test_mission import g7_meeting

from dashboard.events import to_events
from dashboard.model import KINDS, Accounted, CountryMention, Folder, Reading, Span
from dashboard.selection import Selection
from dashboard.store import build, open_store

DESKTOP, TELEPHONE = (1440, 900), (390, 844)
PASSAGE = "#reader .text .passage"
IN_VIEW = """node => {
  const room = document.querySelector("#reader .scroller").getBoundingClientRect();
  const box = node.getBoundingClientRect();
  return box.top >= room.top && box.bottom <= room.bottom;
}"""


@pytest.fixture(scope="module")
def meeting(seeds_store: Path) -> pd.Series:
    """The event in which the G7 meet on 11 October 2022."""
    return g7_meeting(to_events(open_store(seeds_store).select(Selection(kinds=KINDS))))


def open_page(page: Page, query: str = "", size: tuple[int, int] = DESKTOP) -> None:
    """Go to a view and wait until its sentence stands."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


def open_meeting(page: Page, meeting: pd.Series, size: tuple[int, int] = DESKTOP) -> None:
    """Open the G7 meeting from the list, and from its drawer the article."""
    open_page(page, size=size)
    page.locator(f'#events button.open[data-event="{meeting["event_id"]}"]').click()
    page.locator("#drawer").get_by_role("button", name="Open in article").first.click()
    expect(page.locator("#reader .text")).to_be_visible()


def grave(page: Page) -> list[str]:
    """What axe finds serious or critical, with the elements."""
    return [
        f"{fault['id']}: {[node['html'][:160] for node in fault['nodes'][:4]]}"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE])
def test_open_in_article_lands_on_the_words(
    page: Page, meeting: pd.Series, size: tuple[int, int]
) -> None:
    """The quote is marked, in view, focused, and it is the quote to the letter."""
    open_meeting(page, meeting, size)
    expect(page).to_have_url(re.compile(r"article=\d+_"))
    focused = page.locator(f"{PASSAGE}:focus")
    expect(focused).to_have_text(meeting["quote"])
    assert focused.text_content() == meeting["quote"]
    assert focused.evaluate(IN_VIEW)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate("document.scrollingElement.scrollTop") == 0


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE])
def test_escape_gives_the_focus_back(page: Page, meeting: pd.Series, size: tuple[int, int]) -> None:
    """Closing the article leads to the button that opened it, and the event stays open."""
    open_meeting(page, meeting, size)
    expect(page.locator(f"{PASSAGE}:focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()
    expect(page.get_by_role("button", name="Open in article").first).to_be_focused()
    expect(page.locator("#drawer-title")).to_have_text(meeting["label"])


def test_article_is_whole(page: Page, seeds_store: Path) -> None:
    """Every character of the article is there, whatever is marked in it."""
    for article in open_store(seeds_store).articles():
        open_page(page, f"?article={article.file}")
        text = page.locator("#reader .text")
        expect(text).to_be_visible()
        shown = text.evaluate(
            """node => {
              const copy = node.cloneNode(true);
              for (const extra of copy.querySelectorAll(".cue, .reference")) extra.remove();
              return copy.textContent;
            }"""
        )
        assert shown == article.text
        expect(text).to_have_attribute("lang", article.language)


def test_only_quote_has_no_other_to_step_to(page: Page, seeds_store: Path) -> None:
    """At “1 of 1” Previous and Next do nothing and say so; a button that has the focus keeps it."""
    rows = open_store(seeds_store).select(Selection())
    alone = rows[~rows.duplicated("event_id", keep=False) & (rows["further_quotes"].str.len() == 0)]
    report = alone.iloc[0]
    open_page(page, f"?article={report['article']}&event={report['event_id']}")
    where = page.locator("#reader .where")
    following = page.get_by_role("button", name="Next quote")
    expect(where).to_have_text("1 of 1")
    expect(following).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="All events").click()
    expect(where).to_have_text(re.compile(r"^\d+ of ([2-9]|\d\d)$"))
    expect(following).to_have_attribute("aria-disabled", "false")
    page.get_by_role("button", name="This event").click()
    expect(where).to_have_text("1 of 1")
    following.focus()
    page.keyboard.press("Enter")
    expect(following).to_be_focused()
    expect(page.get_by_role("button", name="Previous quote")).to_be_disabled()


def test_mark_of_another_event_selects_it(page: Page, meeting: pd.Series) -> None:
    """With all events marked, Enter or a click on a mark opens its event beside the text."""
    open_meeting(page, meeting)
    page.get_by_role("button", name="All events").click()
    mark = page.locator(PASSAGE, has_text="French foreign affairs minister")
    mark.click()
    expect(page.locator("#drawer-title")).to_contain_text("Colonna")
    expect(page.locator(f"{PASSAGE}.own")).to_contain_text("French foreign affairs minister")
    expect(page.locator(f"{PASSAGE}:focus")).to_contain_text("French foreign affairs minister")
    warned = page.locator(PASSAGE, has_text="The G7 warned Belarus")
    warned.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PASSAGE}:focus")).to_contain_text("The G7 warned Belarus")


def test_words_of_several_events_ask_which(page: Page) -> None:
    """A short list names the events; Escape closes it, a choice opens the event."""
    open_page(page)
    page.locator("#accounts").scroll_into_view_if_needed()
    page.locator("#accounts .open").first.click()
    expect(page.locator("#reader-title")).to_be_focused()
    several = page.locator("#reader .reference", has_text=",").first
    several.click()
    chooser = page.get_by_role("dialog", name=re.compile("These words report"))
    expect(chooser.get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(several).to_be_focused()
    several.click()
    label = (
        chooser.get_by_role("button")
        .nth(1)
        .locator("span")
        .first.evaluate("node => node.firstChild.textContent")
    )
    chooser.get_by_role("button").nth(1).click()
    expect(page.locator("#drawer-title")).to_have_text(label)


def test_this_event_marks_its_own_quotes_only(page: Page, meeting: pd.Series) -> None:
    """The switch shows the quotes of the open event, or those of all."""
    open_meeting(page, meeting)
    expect(page.get_by_role("button", name="This event")).to_have_attribute("aria-pressed", "true")
    own = page.locator(PASSAGE).count()
    page.get_by_role("button", name="All events").click()
    assert page.locator(PASSAGE).count() > own
    expect(page.locator(f"{PASSAGE}.own").first).to_be_visible()


def test_quotes_out_of_view_are_counted_and_reached(page: Page, meeting: pd.Series) -> None:
    """The buttons say how many lie above and below; pressing one goes to the nearest."""
    open_meeting(page, meeting, TELEPHONE)
    page.get_by_role("button", name="All events").click()
    above = page.get_by_role("button", name=re.compile(r"^\d+ above"))
    below = page.get_by_role("button", name=re.compile(r"^\d+ below"))
    total = page.locator("#reader .text .begins").count()
    hidden = [int(str(b.text_content()).split()[0]) for b in (above, below)]
    in_view = page.locator("#reader .text .begins").evaluate_all(
        """nodes => nodes.filter((node) => {
          const room = document.querySelector("#reader .scroller").getBoundingClientRect();
          const box = node.getBoundingClientRect();
          return box.bottom > room.top + 1 && box.top < room.bottom - 1;
        }).length"""
    )
    assert sum(hidden) + in_view == total
    below.click()
    assert page.locator(f"{PASSAGE}:focus").evaluate(
        "node => node.getBoundingClientRect().top < innerHeight"
    )
    expect(above).to_contain_text(re.compile(r"\d+ above"))


def test_keys_go_from_quote_to_quote(page: Page, meeting: pd.Series) -> None:
    """The keys n and p walk all quotes in order and come round again."""
    open_meeting(page, meeting)
    page.get_by_role("button", name="All events").click()
    stops = page.locator("#reader .text .begins")
    where = page.locator("#reader .where")
    stops.first.focus()
    page.keyboard.press("n")
    first = str(where.text_content())
    page.keyboard.press("n")
    assert str(where.text_content()) != first
    page.keyboard.press("p")
    expect(where).to_have_text(first)
    expect(where).to_have_text(re.compile(rf"^\d+ of {stops.count()}$"))


def test_word_says_what_became_of_it(page: Page) -> None:
    """On hover as a tip, and in the account as text that keys can reach and go back from."""
    open_page(page, "?article=000_28d59b21a6814628.txt")
    word = page.locator("#reader .text .word.date.unused").first
    word.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Not used.")
    reason = str(tip.locator("span").text_content()).partition(". ")[2]
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(page.locator("#reader")).to_be_visible()
    entry = page.locator("#account details[open] .entry").first
    expect(page.locator("#account details[open] li").first).to_contain_text(reason)
    entry.focus()
    page.keyboard.press("Enter")
    expect(word).to_be_focused()
    expect(tip).to_contain_text(reason)
    assert word.evaluate(IN_VIEW)


def test_articles_are_listed_before_their_sums_are_counted(page: Page) -> None:
    """Of very many articles the sums take long: it is said, and they can be asked for again."""
    held: list[Route] = []
    page.route("**/accounts/sums", lambda route: held.append(route))
    open_page(page)
    accounts = page.locator("#accounts")
    accounts.scroll_into_view_if_needed()
    expect(accounts.locator("tbody tr")).to_have_count(2)
    expect(accounts).to_contain_text("The sums over all articles are being counted …")
    held[0].fulfill(json=None)
    again = accounts.get_by_role("button", name="Ask again")
    again.click()
    expect(accounts).to_contain_text("are being counted …")
    held[1].continue_()
    expect(accounts.locator(".meter")).to_contain_text("quotes stand in their articles")
    expect(accounts).not_to_contain_text("being counted")


def test_account_sums_come_out_on_the_screen(page: Page, seeds_store: Path) -> None:
    """Found is used + bound + merged + not used, for each article and for all together."""
    open_page(page)
    page.locator("#accounts").scroll_into_view_if_needed()
    expect(page.locator("#accounts table")).to_be_visible()
    meter = open_store(seeds_store).quote_meter()
    expect(page.locator("#accounts .meter")).to_contain_text(
        f"{meter.exact} of {meter.exact} quotes stand in their articles to the letter."
    )
    sums = page.locator("#accounts").get_by_text(re.compile(r"^\d+ found = "))
    expect(sums).to_have_count(6)
    for words in sums.all_text_contents():
        found, *parts = map(int, re.findall(r"\d+", words))
        assert found == sum(parts), words


def test_reader_comes_back_from_the_address(page: Page, meeting: pd.Series) -> None:
    """A link with event and article opens both, at the words; the back button closes them."""
    open_meeting(page, meeting)
    address = page.url
    page.go_back()
    expect(page.locator("#reader")).to_be_hidden()
    page.goto(address)
    expect(page.locator(f"{PASSAGE}:focus")).to_have_text(meeting["quote"])
    expect(page.locator("#drawer-title")).to_have_text(meeting["label"])
    assert page.locator(f"{PASSAGE}:focus").evaluate(IN_VIEW)


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE])
def test_switch_and_account_are_in_the_address(
    page: Page, meeting: pd.Series, size: tuple[int, int]
) -> None:
    """All events and the account shown or not: Back undoes each, a link opens the same."""
    open_meeting(page, meeting, size)
    all_events = page.get_by_role("button", name="All events")
    own, account = page.get_by_role("button", name="This event"), page.locator("#account")
    was_shown = account.is_visible()
    all_events.click()
    expect(page).to_have_url(re.compile("marks=all"))
    page.get_by_role("button", name="Accounting").click()
    expect(page).to_have_url(re.compile(r"account=(open|closed)"))
    expect(account).to_be_visible(visible=not was_shown)
    address = page.url
    page.go_back()
    expect(account).to_be_visible(visible=was_shown)
    expect(all_events).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(own).to_have_attribute("aria-pressed", "true")
    page.goto(address)
    expect(page.locator("#reader-title")).to_be_attached()
    expect(all_events).to_have_attribute("aria-pressed", "true")
    expect(account).to_be_visible(visible=not was_shown)
    assert page.url == address
    page.get_by_role("button", name=re.compile("^Back to")).click()
    expect(page).not_to_have_url(re.compile("article=|marks=|account="))


def test_numbers_in_the_article_are_those_of_the_timeline(page: Page) -> None:
    """A quote has the number of its event's mark; what the filters leave out has none."""
    open_page(page, "?article=000_28d59b21a6814628.txt&country=FRA&country=RUS")
    numbers = {
        str(mark.get_attribute("aria-label")).partition(". ")[0]: found[1]
        for mark in page.locator(".mark").all()
        if (found := re.search(r"(\d+) of \d+\.$", str(mark.get_attribute("aria-label"))))
    }
    single = page.locator("#reader .reference").filter(has_not_text=",")
    expect(single.first).to_be_visible()
    for reference in single.all():
        label = str(reference.get_attribute("aria-label")).partition(": ")[2]
        assert reference.text_content() == numbers[label]
    page.goto("/?article=000_28d59b21a6814628.txt&country=FRA")
    expect(page.locator("#reader .reference", has_text="·").first).to_be_visible()
    expect(page.locator("#reader .reference", has_text="1")).to_have_count(1)


def test_chip_pressed_after_the_drawer_was_closed_does_not_open_it(
    page: Page, meeting: pd.Series
) -> None:
    """What is open goes along with a change of the filters, and what was closed stays closed."""
    open_page(page, f"?country=RUS&event={meeting['event_id']}")
    expect(page.locator("#drawer-title")).to_be_focused()
    page.get_by_role("button", name="Shut out: not Russia").click()
    expect(page).to_have_url(re.compile("not_country=RUS.*event="))
    expect(page.locator("#drawer-title")).to_have_text(meeting["label"])
    page.locator("#drawer").get_by_role("button", name="Close").click()
    expect(page.locator("#drawer")).to_be_hidden()
    page.get_by_role("button", name="Let in: not Russia").click()
    expect(page).to_have_url(re.compile(r"\?country=RUS$"))
    expect(page.locator("#drawer")).to_be_hidden()


def test_where_quotes_begin_and_end_is_said_to_listeners(page: Page, meeting: pd.Series) -> None:
    """Hidden words stand around each quote, and can be switched off."""
    open_meeting(page, meeting)
    cue = page.locator("#reader .text .cue").first
    expect(cue).to_have_text(" Quoted evidence begins. ")
    page.locator("#reader .legend summary").click()
    page.get_by_role("button", name="Say where quotes begin and end").click()
    assert cue.evaluate("node => getComputedStyle(node).display") == "none"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE])
def test_no_serious_barrier_in_reader_and_account(
    page: Page, meeting: pd.Series, theme: str, size: tuple[int, int]
) -> None:
    """Axe finds nothing serious or critical with quotes of one event, of all, and the account."""
    query = f"?theme={theme}&event={meeting['event_id']}&article=000_28d59b21a6814628.txt"
    open_page(page, query, size)
    expect(page.locator(f"{PASSAGE}:focus")).to_be_visible()
    assert grave(page) == []
    page.get_by_role("button", name="All events").click()
    page.locator("#reader .legend summary").click()
    assert grave(page) == []
    page.get_by_role("button", name="Accounting").click()
    expect(page.locator("#account")).to_be_focused()
    for summary in page.locator("#account summary").all():
        if summary.evaluate("node => !node.parentElement.open"):
            summary.click()
    assert grave(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_barrier_in_the_list_of_articles(page: Page, theme: str) -> None:
    """The accounts of all articles are free of serious barriers too."""
    open_page(page, f"?theme={theme}")
    page.locator("#accounts").scroll_into_view_if_needed()
    expect(page.locator("#accounts table")).to_be_visible()
    assert grave(page) == []


@pytest.fixture(scope="module")
def hostile_article_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with one article that is hostile in text, heading, name and words."""
    text = f"{EVIL} {'x' * 10_000}\n\n{EVIL} opened a rail link to Finland on 4 March 2019.\ufffd"
    file = "<img src=x onerror='window.hurt=5'>.txt"
    article = make_article(text, file=file, headline=EVIL, publisher=EVIL, author=EVIL)
    report = make_report(article, f"{EVIL} opened a rail link to Finland on 4 March 2019.",
                         label=EVIL[:90])  # fmt: skip
    sentence = Accounted(Span(0, len(EVIL)), EVIL, "sentence", "unused", EVIL)
    day = Accounted(Span(len(text) - 15, len(text) - 2), EVIL, "date", "unused", EVIL)
    country = CountryMention(Span(0, 8), EVIL, "NOR", EVIL, "name", "test")
    plain = make_reading(article, (report,))
    reading = Reading(plain.article, plain.reports, (), (country,), (sentence, day))
    path = tmp_path_factory.mktemp("hostile") / "article.db"
    build(path, Folder((article,)), (reading,))
    yield from serve(path)


@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_article_is_inert_in_the_reader(
    context: BrowserContext, hostile_article_url: str, width: int
) -> None:
    """Markup in text, heading, file name and reasons stands as characters, and nothing runs."""
    page = context.new_page()
    complaints = listen(page, hostile_article_url)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(hostile_article_url)
    page.locator("#events .open").first.click()
    page.get_by_role("button", name="Open in article").click()
    expect(page.locator(f"{PASSAGE}:focus")).to_contain_text(EVIL)
    expect(page.locator("#reader-title")).to_have_text(EVIL)
    page.locator("#reader .text .word").first.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("<script>")
    page.get_by_role("button", name="Accounting").click()
    expect(page.locator("#account")).to_contain_text("<img src=x")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#reader :is(script, img, a, svg, iframe)").count() == 0
    page.get_by_role("button", name=re.compile("^Back to")).click()
    page.keyboard.press("Escape")
    page.locator("#accounts").scroll_into_view_if_needed()
    expect(page.locator("#accounts .open")).to_contain_text("<script>")
    assert page.evaluate("window.hurt === undefined")
    assert complaints == []
    page.close()

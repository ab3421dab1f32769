"""The table: the same events as the drawing, sortable, walked by keys, light when it is long."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from complaints import listen
from factories import make_readings
from playwright.sync_api import BrowserContext, Page, Route, expect
from test_hostile import serve

from dashboard.app.desk import Desk
from dashboard.app.table import Piece
from dashboard.columns import KEYS
from dashboard.model import Folder
from dashboard.selection import Selection
from dashboard.store import build, open_store

ROW = "tr[data-event]"
ROWS = f"#events {ROW}"
READ = "rows => rows.map(row => row.dataset.event)"
MANY = 1500
CHUNK = 12


@pytest.fixture(scope="module")
def long_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of far more events than a table holds at once."""
    path = tmp_path_factory.mktemp("long") / "long.db"
    readings = make_readings(MANY)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    return path


@pytest.fixture(scope="module")
def long_url(long_store: Path) -> Iterator[str]:
    """The address of an app over that store."""
    yield from serve(long_store)


@pytest.fixture
def long_page(context: BrowserContext, long_url: str) -> Iterator[Page]:
    """A page that shows the long table; it must not complain."""
    page = context.new_page()
    complaints = listen(page, long_url)
    page.goto(long_url)
    expect(page.locator(ROWS).first).to_be_attached()
    yield page
    page.close()
    assert complaints == []


@pytest.fixture(scope="module")
def in_order(long_store: Path) -> dict[tuple[str, bool], list[str]]:
    """The ids of all events, as the server has them in each order."""
    desk, every = Desk(open_store(long_store)), Selection()
    return {
        (key, down): [row["id"] for row in desk.rows(every, Piece(key, down, 0, MANY))["rows"]]
        for key in KEYS
        for down in (False, True)
    }


def head(page: Page, key: str) -> None:
    """Press the heading of a column."""
    page.locator(f"#events th.{key} button").click()


def place_of(page: Page, place: int) -> str:
    """The event of the row at a place that is there."""
    return str(page.locator(f'tr[data-place="{place}"]').get_attribute("data-event"))


def test_table_has_the_marks_in_their_order_and_can_be_sorted(page: Page) -> None:
    """Marks and rows agree; a heading sorts up, then down, says so, and keeps the focus."""
    page.goto("/")
    expect(page.locator("#sentence")).not_to_be_empty()
    marks = [str(m.get_attribute("data-event")) for m in page.locator(".mark").all()]
    rows = page.locator(ROWS).evaluate_all(READ)
    assert [row for row in rows if row in marks] == list(dict.fromkeys(marks))
    gap = page.locator("#events .gap")
    expect(gap).to_contain_text("days without an event")
    labels = page.locator(f"{ROWS} .open")
    event = page.get_by_role("columnheader", name="Event")
    event.get_by_role("button").click()
    expect(event).to_have_attribute("aria-sort", "ascending")
    found = [label.casefold() for label in labels.all_text_contents()]
    assert found[0] <= found[-1]
    expect(gap).to_have_count(0)
    page.keyboard.press("Enter")
    expect(event).to_have_attribute("aria-sort", "descending")
    assert [label.casefold() for label in labels.all_text_contents()] == found[::-1]
    expect(event.get_by_role("button")).to_be_focused()
    expect(page.locator("#events th[aria-sort]")).to_have_count(1)
    page.get_by_role("columnheader", name="Day").get_by_role("button").click()
    expect(gap).to_have_count(1)
    assert page.locator(ROWS).evaluate_all(READ) == rows


def test_long_table_holds_few_rows_and_keys_reach_all(long_page: Page) -> None:
    """Rows far away are left out, their room is kept, and End still goes to the last one."""
    page = long_page
    total = int(str(page.locator("#events table").get_attribute("aria-rowcount"))) - 1
    expect(page.locator("#events .title")).to_have_text(f"Events{total:,}")
    assert page.locator(ROWS).count() <= 150
    assert page.locator("#events table").evaluate("node => node.offsetHeight") > 30 * total
    page.locator(f"{ROWS} .open").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("PageDown")
    expect(page.locator('tr[data-place="11"] .open')).to_be_focused()
    page.keyboard.press("End")
    last = page.locator(f'tr[data-place="{total - 1}"]')
    expect(last.locator(".open")).to_be_focused()
    expect(last).to_have_attribute("aria-rowindex", str(total + 1))
    expect(page.locator('tr[data-place="0"]')).to_have_count(0)
    assert page.locator(ROWS).count() <= 250
    for _ in range(7):
        page.keyboard.press("PageUp")
    expect(page.locator(f'tr[data-place="{total - 71}"] .open')).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator('tr[data-place="0"] .open')).to_be_focused()
    expect(page.locator(f'{ROWS} .open[tabindex="0"]')).to_have_count(1)


def test_every_order_is_the_servers_own(
    long_page: Page, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """The first and the last rows are those of the server by each column, both ways."""
    page = long_page
    for (key, down), expected in in_order.items():
        if (key, down) != ("day", False):
            head(page, key)
        way = "descending" if down else "ascending"
        expect(page.locator(f"#events th.{key}")).to_have_attribute("aria-sort", way)
        first = page.locator(f"#events tbody >> nth=0 >> {ROW}").evaluate_all(READ)
        assert first == expected[:CHUNK]
        page.locator(f"{ROWS} .open").first.focus()
        page.keyboard.press("End")
        end = len(expected) - 1
        expect(page.locator(f'tr[data-place="{end}"] .open')).to_be_focused()
        last = page.locator(f"#events tbody >> nth=-1 >> {ROW}").evaluate_all(READ)
        assert last == expected[end // CHUNK * CHUNK :], (key, down)


def test_all_rows_at_once_are_there_for_find_in_page(
    long_page: Page, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """Asked for, every row stands in the page, in order; asked again, few do."""
    page, expected = long_page, in_order["sources", True]
    head(page, "sources")
    expect(page.locator("#events th.sources")).to_have_attribute("aria-sort", "ascending")
    head(page, "sources")
    expect(page.locator("#events th.sources")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name=f"Show all {len(expected):,} rows at once").click()
    expect(page.locator(ROWS)).to_have_count(len(expected))
    assert page.locator(ROWS).evaluate_all(READ) == expected
    page.get_by_role("button", name="Hold only the rows near the window").click()
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    assert page.locator(ROWS).count() <= 250


def test_rows_in_the_middle_come_when_they_are_scrolled_to(
    long_page: Page, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """Scrolling by hand and going to a row by its number show the right events there."""
    page, expected = long_page, in_order["day", False]
    height, share = "document.querySelector('#events table').scrollHeight", 605 / len(expected)
    page.evaluate(f"document.getElementById('stage').scrollBy(0, {height} * {share})")
    row = page.locator('tr[data-place="600"]')
    expect(row).to_be_attached()
    assert page.locator(ROWS).evaluate_all(READ)[:CHUNK] == expected[:CHUNK]
    assert place_of(page, 600) == expected[600]
    number = page.get_by_label("Go to row")
    number.fill("9,999")
    number.press("Enter")
    expect(page.locator("#row-wrong")).to_contain_text("Type a number from 1 to")
    number.fill("1,001")
    number.press("Enter")
    expect(page.locator('tr[data-place="1000"] .open')).to_be_focused()
    expect(page.locator("#row-wrong")).to_be_empty()
    assert place_of(page, 1000) == expected[1000]


def test_filter_leaves_no_reader_below_the_rows(long_page: Page) -> None:
    """Its head comes where it ends above the window; who looks at the articles stays there."""
    page = long_page
    middle = "dateline.byId('stage').scrollBy(0, dateline.byId('events').offsetHeight * 0.6)"
    head, table = page.locator("#events .title"), page.locator("#events table")
    page.evaluate(middle)
    expect(page.locator('tr[data-place="0"]')).not_to_be_in_viewport()
    page.evaluate("dateline.go('?kind=denied')")
    expect(page.locator("#accounts tbody tr").first).to_be_attached()
    expect(table).to_be_in_viewport()
    expect(head).not_to_be_in_viewport()
    page.evaluate("dateline.go('?kind=denied&country=NOR')")
    expect(page.locator("#sentence")).to_contain_text("Norway")
    expect(head).to_be_in_viewport()
    page.evaluate("document.querySelector('#accounts tbody').scrollIntoView()")
    page.evaluate("dateline.go('?kind=denied&country=XKX')")
    expect(page.locator("#sentence")).to_contain_text("No events")
    expect(head).not_to_be_in_viewport()


def test_longer_tables_come_in_parts_that_keys_do_not_notice(
    long_page: Page, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """Previous and Next turn parts, an arrow key goes on into the next, End to the last."""
    page, expected = long_page, in_order["kind", False]
    page.evaluate("dateline.PART = 600")
    head(page, "kind")
    expect(page.locator("#events .ways").first).to_contain_text("Rows 1 to 600 of")
    expect(page.get_by_role("button", name="Previous rows")).to_have_count(0)
    page.get_by_role("button", name="Next rows").first.click()
    expect(page.locator('tr[data-place="600"]')).to_be_visible()
    assert place_of(page, 600) == expected[600]
    expect(page.locator("#events .ways").last).to_contain_text("Rows 601 to 1,200 of")
    page.locator('tr[data-place="600"] .open').focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator('tr[data-place="599"] .open')).to_be_focused()
    page.get_by_role("button", name="Next rows").last.click()
    expect(page.locator('tr[data-place="600"] .open')).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(f'tr[data-place="{len(expected) - 1}"] .open')).to_be_focused()
    assert place_of(page, len(expected) - 1) == expected[-1]


def test_late_rows_of_an_older_selection_never_show(
    long_page: Page, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """Rows that come after the filters changed are dropped; focus is left where it went."""
    page, late, is_slow = long_page, list[Route](), [True]
    page.route("**/rows?*", lambda route: late.append(route) if is_slow[0] else route.continue_())
    page.locator(f"{ROWS} .open").first.focus()
    page.keyboard.press("End")
    expect(page.locator("#events .held p").last).to_contain_text("are on their way")
    expect(page.locator("#stage")).to_have_attribute("aria-busy", "true")
    head(page, "sources")
    page.evaluate("dateline.change({kind: 'planned'})")
    expect(page.locator("#sentence")).to_contain_text("planned")
    expect(page.locator("#events .title")).to_have_text(re.compile(r"^Events\d\d\d$"))
    before = page.locator(ROWS).evaluate_all(READ)
    is_slow[0] = False
    for route in late:
        with page.expect_request_finished(lambda done, own=route.request: done == own):
            route.continue_()
    expect(page.locator("#stage")).not_to_have_attribute("aria-busy", "true")
    assert before == page.locator(ROWS).evaluate_all(READ)[: len(before)]
    expect(page.locator("#events th.day")).to_have_attribute("aria-sort", "ascending")
    assert {*page.locator(f"{ROWS} td:nth-child(4)").all_text_contents()} == {"Planned"}
    page.unroute_all(behavior="ignoreErrors")


def test_rows_that_do_not_come_are_said_and_asked_for_again(
    context: BrowserContext, long_url: str
) -> None:
    """The banner says what to do; asking again fills the room and takes the banner away."""
    page = context.new_page()
    page.goto(long_url)
    page.evaluate("dateline.PAUSE = 1e9")  # Only the row that is gone to asks for anything.
    page.route("**/rows?*", lambda route: route.abort())
    rows = page.locator("#events .title small")
    expect(rows).to_contain_text(",")
    first = (int(rows.inner_text().replace(",", "")) - 1) // CHUNK * CHUNK
    page.locator(f"{ROWS} .open").first.focus()
    page.keyboard.press("End")
    banner = page.get_by_role("alert").first
    expect(banner).to_contain_text("No rows came for the table.")
    expect(banner).to_contain_text("See whether Dateline is still running")
    page.unroute("**/rows?*")
    page.locator("#events .held").get_by_role("button", name="Ask again").click()
    expect(banner).to_be_empty()
    expect(page.locator(f'tr[data-place="{first}"] .open')).to_be_focused()
    page.close()


def test_store_built_anew_is_shown_anew(context: BrowserContext, tmp_path: Path) -> None:
    """Rows of another store are not mixed in: the whole page is asked for again."""
    path = tmp_path / "anew.db"
    for count in (300, 120):
        readings = make_readings(count)
        folder = Folder(tuple(reading.article for reading in readings))
        build(path, folder, readings)
        if count == 300:
            server = serve(path)
            page = context.new_page()
            page.goto(next(server))
            expect(page.locator("#events .title")).to_have_text(re.compile(r"^Events2\d\d$"))
    page.locator(f"{ROWS} .open").first.focus()
    page.keyboard.press("End")
    expect(page.locator("#events .title")).to_have_text(re.compile(r"^Events1\d\d$"))
    page.close()
    next(server, None)


def test_list_on_a_phone_grows_to_its_end(context: BrowserContext, long_url: str) -> None:
    """Show more asks for the next events in order, and goes away after the last one."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{long_url}/?kind=planned")
    more, items = (
        page.get_by_role("button", name="Show more"),
        page.locator("#events li[data-event]"),
    )
    expect(items).to_have_count(CHUNK)
    total = int(str(page.locator("#events .title small").text_content()))
    for shown in range(3 * CHUNK, total, 2 * CHUNK):
        more.click()
        expect(items).to_have_count(shown)
    more.click()
    expect(items).to_have_count(total)
    expect(more).to_have_count(0)
    assert len(set(items.evaluate_all(READ))) == total
    page.close()


def test_list_leaves_out_no_row_that_the_table_had(
    context: BrowserContext, long_url: str, in_order: dict[tuple[str, bool], list[str]]
) -> None:
    """Where a window becomes narrow after some rows came, the list still shows all in order."""
    page = context.new_page()
    page.goto(long_url)
    page.evaluate("dateline.PAUSE = 1e9")  # No rows come but those that are walked to.
    page.locator(f"{ROWS} .open").first.focus()
    for _ in range(CHUNK + 1):
        page.keyboard.press("ArrowDown")
    expect(page.locator(f'tr[data-place="{CHUNK + 1}"] .open')).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator('[data-action="toggle-rail"]')).to_have_attribute("aria-expanded", "false")
    items = page.locator("#events li[data-event]")
    expect(items).to_have_count(CHUNK)
    page.get_by_role("button", name="Show more").click()
    expect(items).not_to_have_count(CHUNK)
    page.get_by_role("button", name="Show more").click()
    expect(items).to_have_count(4 * CHUNK)
    assert items.evaluate_all(READ) == in_order["day", False][: 4 * CHUNK]
    page.close()


def test_tray_shows_all_events_without_a_day(context: BrowserContext, long_url: str) -> None:
    """What did not come with the picture is asked for, some at a time, each with the reason."""
    page = context.new_page()
    page.goto(long_url)
    total = int(str(page.locator("#undated .title small").text_content()))
    items, more = page.locator("#undated li button"), page.locator("#undated .button")
    shown = 6
    while shown < total:
        more.click()
        shown = min(shown + 2 * CHUNK, total)
        expect(items).to_have_count(shown)
    expect(items.locator("small")).to_have_count(total)
    expect(more).to_be_hidden()
    assert len(set(items.evaluate_all("nodes => nodes.map(node => node.dataset.event)"))) == total
    page.close()


def test_events_without_a_day_are_one_press_away_on_a_phone(
    context: BrowserContext, long_url: str
) -> None:
    """A line at the head of the list says how many there are, and shows them with their reasons."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(long_url)
    line = page.locator("#undated summary")
    expect(line).to_have_text(re.compile(r"^\d+ events have no stated date$"))
    end, head = (box.bounding_box() for box in (line, page.locator("#events .title")))
    assert end
    assert head
    assert end["y"] < head["y"]
    first = page.locator("#undated li button").first
    expect(first).to_be_hidden()
    line.click()
    expect(first.locator("small")).to_be_visible()
    first.click()
    expect(page.locator("#drawer")).to_contain_text("date not stated")
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
    page.evaluate("dateline.change({ country: 'NOR' })")
    expect(page.locator("#sentence")).to_contain_text("Norway")
    expect(first).to_be_visible()
    page.close()

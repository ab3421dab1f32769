"""The table: the same events as the drawing, sortable, walked by keys, light when it is long."""

from collections.abc import Iterator

import pytest
from complaints import listen
from factories import make_readings
from playwright.sync_api import BrowserContext, Page, expect
from test_hostile import serve

from dashboard.app import events
from dashboard.model import Folder
from dashboard.store import build

ROWS = "#events tr[data-event]"


@pytest.fixture(scope="module")
def long_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over more events than a table holds at once."""
    path = tmp_path_factory.mktemp("long") / "long.db"
    readings = make_readings(1100)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    yield from serve(path)


def texts(page: Page, column: int) -> list[str]:
    """What stands in a column, from top to bottom."""
    found = page.locator(f"{ROWS} td:nth-child({column})").all_text_contents()
    return [str(text) for text in found]


def test_table_has_the_marks_in_their_order_and_can_be_sorted(page: Page) -> None:
    """Marks and rows agree; a heading sorts up, then down, says so, and keeps the focus."""
    page.goto("/")
    expect(page.locator("#sentence")).not_to_be_empty()
    marks = [str(m.get_attribute("data-event")) for m in page.locator(".mark").all()]
    rows = [str(r.get_attribute("data-event")) for r in page.locator(ROWS).all()]
    assert [row for row in rows if row in marks] == list(dict.fromkeys(marks))
    expect(page.locator("#events .gap")).to_contain_text("days without an event")
    labels = page.locator(f"{ROWS} .open")
    head = page.get_by_role("columnheader", name="Event")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    found = [label.casefold() for label in labels.all_text_contents()]
    assert found[0] <= found[-1]
    expect(page.locator("#events .gap")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [label.casefold() for label in labels.all_text_contents()] == found[::-1]
    expect(head.get_by_role("button")).to_be_focused()
    expect(page.locator("#events th[aria-sort]")).to_have_count(1)
    page.get_by_role("columnheader", name="Day").get_by_role("button").click()
    assert [str(r.get_attribute("data-event")) for r in page.locator(ROWS).all()] == rows


def test_long_table_holds_few_rows_and_keys_reach_all(
    context: BrowserContext, long_url: str
) -> None:
    """Rows far away are left out, their room is kept, and End still goes to the last one."""
    page = context.new_page()
    complaints = listen(page, long_url)
    page.goto(long_url)
    expect(page.locator("#events .title")).to_contain_text("the first 1,000 of")
    assert page.locator(ROWS).count() <= 150
    table = page.locator("#events table")
    high = table.evaluate("node => node.offsetHeight")
    assert high > 30_000
    first = page.locator(f"{ROWS} .open").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("PageDown")
    expect(page.locator('tr[data-place="11"] .open')).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(f'tr[data-place="{events.MOST - 1}"] .open')).to_be_focused()
    expect(page.locator('tr[data-place="0"]')).to_have_count(0)
    assert page.locator(ROWS).count() <= 200
    page.keyboard.press("Home")
    expect(page.locator('tr[data-place="0"] .open')).to_be_focused()
    expect(page.locator(f'{ROWS} .open[tabindex="0"]')).to_have_count(1)
    page.close()
    assert complaints == []

"""Correcting reports in the drawer: the mark moves, undo brings it back, hostile text is text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from complaints import listen
from factories import make_readings
from playwright.sync_api import BrowserContext, Page, expect
from test_hostile import EVIL, serve

from dashboard.model import Folder
from dashboard.store import build

READINGS = make_readings(12, 5)
TOLD = [report for reading in READINGS for report in reading.reports]
ALONE = next(
    report.report_id
    for report in TOLD
    if [other.event_id for other in TOLD].count(report.event_id) == 1
    and report.kind == "happened"
    and len(report.date) == 10
)
"""A report that alone tells of its event, which has its id."""


@pytest.fixture
def own_url(tmp_path: Path) -> Iterator[str]:
    """The address of an app over a store of its own, for what is written stays."""
    build(tmp_path / "own.db", Folder(tuple(r.article for r in READINGS)), READINGS)
    yield from serve(tmp_path / "own.db")


def open_form(page: Page, url: str) -> None:
    """Open the event that one report tells of, and the form under it."""
    page.goto(url)
    expect(page.locator("#sentence")).to_contain_text("events")
    page.locator(f'#events [data-event="{ALONE}"] .open').click()
    page.locator("#drawer details.correct summary").first.click()
    expect(page.get_by_label("Day", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_corrected_day_moves_the_mark_and_undo_brings_it_back(
    context: BrowserContext, own_url: str, width: int
) -> None:
    """What was found stays beside it; markup in label, reason and name is shown as it is."""
    page = context.new_page()
    complaints = listen(page, own_url)
    page.set_viewport_size({"width": width, "height": 900})
    open_form(page, own_url)
    row = page.locator(f'#events [data-event="{ALONE}"]').first
    found, label = row.locator(".day").inner_text(), page.locator("#drawer-title").inner_text()
    mark = page.locator(f'.mark[data-event="{ALONE}"]').first
    place = mark.get_attribute("style") if width > 640 else ""
    day = page.get_by_label("Day", exact=True)
    day.fill("soon")
    page.keyboard.press("Enter")
    expect(page.locator("#correct-date-error")).to_contain_text("“soon” cannot be read as a day.")
    expect(day).to_be_focused()
    day.fill("11 Oct 2031")
    page.get_by_label("Label", exact=True).fill("<b>Fleets</b> return")
    page.get_by_label("Reason").fill(EVIL)
    page.get_by_label("Your name").fill("<i>Anna</i>")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .day").first).to_contain_text("11 Oct 2031")
    expect(page.locator("#drawer-title")).to_have_text("<b>Fleets</b> return")
    expect(page.locator("#drawer .report .corrected")).to_contain_text(label)
    expect(row.locator(".day")).to_contain_text("11 Oct 2031")
    expect(row.locator(".day")).to_contain_text("corrected by a reader")
    if width > 640:
        assert mark.get_attribute("style") != place
    expect(page.locator("#drawer .said")).to_contain_text("Day corrected from")
    page.get_by_text("What was corrected").click()
    expect(page.locator("#drawer .log")).to_contain_text("by <i>Anna</i>: day corrected from")
    assert page.locator("#app :is(script, img, b, i)").count() == 0
    assert page.evaluate("window.hurt === undefined")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    faults = Axe().run(page).response["violations"]
    assert [f["id"] for f in faults if f["impact"] in ("serious", "critical")] == []
    for _ in range(2):
        page.get_by_role("button", name="Undo", exact=True).click()
        expect(page.locator("#drawer .said")).to_contain_text("taken back")
        page.locator("#drawer .said").evaluate("node => (node.textContent = '')")
    expect(page.locator("#drawer .report .corrected")).to_have_count(0)
    expect(page.locator("#drawer-title")).to_have_text(label)
    expect(row.locator(".day")).to_have_text(found.replace("\n", ""))
    if width > 640:
        expect(mark).to_have_attribute("style", place or "")
    assert complaints == []
    page.close()


def test_report_is_joined_parted_set_aside_and_put_back(
    context: BrowserContext, own_url: str
) -> None:
    """The drawer goes where the report goes; what is set aside waits under the timeline."""
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    open_form(page, own_url)
    total = page.locator("#events h2 small").inner_text()
    label = page.locator(
        f'#events tr[data-event]:not([data-event="{ALONE}"]) .open'
    ).first.inner_text()
    page.get_by_role("button", name="Belongs to another event").click()
    page.get_by_label("Find the event by its words").fill(label)
    page.keyboard.press("Enter")
    near = page.locator(".near button", has_text=label)
    expect(near).to_have_count(1)
    near.click()
    expect(page.locator("#events h2 small")).to_have_text(str(int(total) - 1))
    expect(page.locator("#drawer")).to_contain_text(label)
    expect(page.locator("#drawer")).to_contain_text("A reader joined it with this event.")
    page.get_by_role("button", name="Not the same happening").click()
    expect(page.locator("#events h2 small")).to_have_text(total)
    assert f"event={ALONE}" in page.url
    page.get_by_role("button", name="Set aside").click()
    expect(page.locator("#drawer")).to_be_hidden()
    expect(page.locator("#set-aside li")).to_have_count(1)
    expect(page.locator("#events h2 small")).to_have_text(str(int(total) - 1))
    page.get_by_role("button", name="Put back").click()
    expect(page.locator("#set-aside li")).to_have_count(0)
    expect(page.locator("#events h2 small")).to_have_text(total)
    page.close()

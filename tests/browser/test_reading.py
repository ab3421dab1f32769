"""Reading without a mouse, without sight, on a telephone, in either theme."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

GRAVE = ("serious", "critical")


def open_page(page: Page, query: str = "") -> None:
    """Go to a view and wait until its sentence stands."""
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


def first_event(page: Page) -> str:
    """The id of the first event of the table."""
    return str(page.locator("#events [data-event]").first.get_attribute("data-event"))


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical, with the elements."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {[node['html'][:160] for node in fault['nodes'][:4]]}"
        for fault in found
        if fault["impact"] in GRAVE
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["main", "lanes", "drawer", "briefing", "error", "options"])
def test_no_serious_barrier(page: Page, theme: str, state: str) -> None:
    """Axe finds nothing serious or critical in any state, in either theme."""
    page.set_viewport_size({"width": 1440, "height": 900})
    more = {"lanes": "&group=country", "briefing": "&view=briefing"}.get(state, "")
    open_page(page, f"?theme={theme}{more}")
    if state == "drawer":
        page.locator(".mark").first.click()
        expect(page.locator("#drawer-title")).to_be_visible()
    elif state == "error":
        page.get_by_role("textbox", name="From", exact=True).fill("soonish")
        page.keyboard.press("Enter")
        expect(page.locator("#rail")).to_contain_text("Write a day")
    elif state == "options":
        page.get_by_role("textbox", name="Countries").click()
        expect(page.get_by_role("option").first).to_be_visible()
    elif state == "briefing":
        expect(page.locator("#briefing img")).to_be_visible()
    assert faults(page) == []


CONTRASTS = """node => {
  const ground = getComputedStyle(node).backgroundColor;
  const light = (color) => {
    const parts = color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const even = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = parts.map(even);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const of = (one, other) => Math.max(one, other) / Math.min(one, other);
  const spans = [...node.querySelectorAll(".option span")];
  return spans.map((span) => of(light(getComputedStyle(span).color), light(ground)));
}"""
"""The contrasts of what stands in an option with its ground."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("picker", ["Countries", "People and organisations"])
def test_highlighted_option_can_be_read(page: Page, theme: str, picker: str) -> None:
    """Name and count keep 4.5 to 1 on the ground of the option that the keys stand on."""
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page, f"?theme={theme}")
    page.get_by_role("textbox", name=picker).click()
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    option = page.locator("[data-combobox-selected]").filter(visible=True)
    expect(option).to_have_count(1)
    contrasts = option.evaluate(CONTRASTS)
    assert len(contrasts) == 2
    assert min(contrasts) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_barrier_on_a_telephone(page: Page, theme: str) -> None:
    """The list and the sheet with the evidence are free of serious barriers too."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"?theme={theme}")
    assert faults(page) == []
    page.locator("#events .open").first.click()
    expect(page.locator("#drawer-title")).to_be_visible()
    assert faults(page) == []


def test_arrow_keys_walk_the_marks_in_order_of_date(page: Page) -> None:
    """One stop for Tab; arrows, Home and End move; Enter opens; Escape comes back."""
    open_page(page)
    marks = page.locator(".mark")
    expect(page.locator('.mark[tabindex="0"]')).to_have_count(1)
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Home")
    expect(marks.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).to_be_hidden()
    expect(marks.nth(1)).to_be_focused()


def test_marks_say_what_they_are(page: Page) -> None:
    """Each mark's name has title, date in words, sources, and its number among all."""
    open_page(page)
    total = page.locator("#events tr[data-event]").count()
    for mark in page.locator(".mark").all():
        name = str(mark.get_attribute("aria-label"))
        assert re.search(rf"\d source[s]?\. \d+ of {total}\.$", name), name


def test_whole_task_without_a_pointer(page: Page) -> None:
    """From the field of a day to the quote and back, by keys alone."""
    open_page(page)
    page.get_by_role("textbox", name="From", exact=True).focus()
    page.keyboard.type("4 October 2022")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("from=2022-10-04"))
    page.locator("#events .open").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#events .open").first).to_be_focused()


def test_handles_of_the_strip_obey_keys_and_say_their_day(page: Page) -> None:
    """A step of an arrow key is a day, and the range follows."""
    open_page(page, "?from=2022-10-04&to=2022-10-10")
    handle = page.get_by_role("slider", name="First day shown")
    expect(handle).to_have_attribute("aria-valuetext", "from 4 October 2022")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=2022-10-06&to=2022-10-10"))
    expect(page.get_by_role("textbox", name="From", exact=True)).to_have_value("6 Oct 2022")
    expect(page.get_by_role("slider", name="First day shown")).to_be_focused()


def test_drag_on_the_strip_sets_the_range(page: Page) -> None:
    """Two places on the strip are two days, and "Fit" takes the range away again."""
    open_page(page)
    box = page.locator("#overview-layer").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=2022-\d\d-\d\d&to=2022-\d\d-\d\d"))
    page.get_by_role("button", name="Fit").click()
    expect(page).not_to_have_url(re.compile("from="))


def test_telephone_gets_a_list_in_place_of_the_drawing(page: Page) -> None:
    """Day, title and quote of each event, and no scrolling sideways."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page)
    expect(page.locator("#timeline")).to_be_hidden()
    items = page.locator("#events li")
    assert items.count() > 5
    expect(items.first.locator("q")).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("textbox", name="Countries")).to_be_visible()


def test_no_sideways_scrolling_at_320_px(page: Page) -> None:
    """At the width of 400 % zoom everything still flows."""
    page.set_viewport_size({"width": 320, "height": 640})
    open_page(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [640, 700, 720])
def test_picture_and_page_change_to_a_list_together(page: Page, width: int) -> None:
    """At no width is the bar cut off, or the strip of days drawn twice."""
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page)
    expect(page.locator("#overview-graph .main-svg").first).to_be_visible()
    is_drawn = page.locator("#timeline").is_visible() and bool(page.locator(".mark").count())
    assert is_drawn == bool(page.locator("#events table").count())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_theme_follows_the_system_and_the_button(page: Page) -> None:
    """The system's choice holds until the button is pressed; then the address has it."""
    page.emulate_media(color_scheme="dark")
    open_page(page)
    html = page.locator("html")
    expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
    page.get_by_role("button", name="Light theme").click()
    expect(html).to_have_attribute("data-mantine-color-scheme", "light")
    expect(page).to_have_url(re.compile("theme=light"))


def test_drawer_covers_the_page_on_a_tablet_and_leaves_nothing_behind_it(page: Page) -> None:
    """Where the drawer covers all, what is under it cannot be reached."""
    page.set_viewport_size({"width": 900, "height": 800})
    open_page(page)
    page.locator(".mark").first.click()
    expect(page.locator("#drawer-title")).to_be_focused()
    assert page.locator("#stage").evaluate("node => node.inert")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".mark").first).to_be_focused()
    assert not page.locator("#stage").evaluate("node => node.inert")


def test_plotly_offers_no_upload(page: Page) -> None:
    """There is no bar of buttons on the drawing, and none that shares the data."""
    open_page(page)
    expect(page.locator(".modebar")).to_have_count(0)
    assert "Share" not in page.locator("#timeline").inner_text()

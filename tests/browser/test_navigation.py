"""Moving through time: wheel, drag, spans, steps; lanes in an order; ways of drawing."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import complaints
import pytest
from factories import make_readings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_hostile import serve

from dashboard.model import Folder
from dashboard.store import build


@pytest.fixture(scope="module")
def many_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over a hundred and fifty invented events of ten years."""
    path = tmp_path_factory.mktemp("many") / "many.db"
    readings = make_readings(150)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    yield from serve(path)


@pytest.fixture
def many(context: BrowserContext, many_url: str) -> Iterator[Page]:
    """A page of its own over the many events, whose complaints fail the test."""
    page = context.new_page()
    heard = complaints.listen(page, many_url)
    yield page
    page.close()
    assert not heard, "\n".join(heard)


def until(page: Page, fact: str, value: object = None) -> None:
    """Wait until a fact about the page holds; its policy forbids it to wait for words itself."""
    for _ in range(400):
        if page.evaluate(fact, value):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {fact}")


def open_page(page: Page, query: str = "", url: str = "") -> None:
    """Go to a view and wait until its buttons stand."""
    page.goto(f"{url}/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()
    expect(page.get_by_role("button", name="Zoom in")).to_be_attached()


def axis(page: Page) -> dict[str, float]:
    """The axis as the page knows it."""
    return dict(page.evaluate("dateline.axis"))


def day_under(page: Page, x: float) -> float:
    """The day under a place of the drawing, with its fraction."""
    return float(page.evaluate("(x) => dateline.dayOf(dateline.axis, x)", x))


def turn(page: Page, x: float, delta: float, *, key: str = "") -> None:
    """Turn the wheel over a place of the drawing, with a key held."""
    box = page.locator("#timeline").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + x, box["y"] + 8)
    if key:
        page.keyboard.down(key)
    page.mouse.wheel(0, delta)
    if key:
        page.keyboard.up(key)


def shown_range(page: Page) -> tuple[date, date]:
    """The range in the address, waited for."""
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    found = re.search(r"from=([\d-]+)&to=([\d-]+)", page.url)
    assert found
    return date.fromisoformat(found[1]), date.fromisoformat(found[2])


@pytest.mark.parametrize(("share", "delta"), [(0.2, -300), (0.5, -500), (0.8, -120), (0.45, -900)])
def test_wheel_keeps_the_date_under_the_pointer(
    many: Page, many_url: str, share: float, delta: float
) -> None:
    """What lay under the pointer lies there still, within 2 px, however far it is zoomed."""
    open_page(many, url=many_url)
    before = axis(many)
    x = round(before["x0"] + share * (before["end"] - before["x0"]))
    day = day_under(many, x)
    turn(many, x, delta, key="Control")
    until(many, "(px) => dateline.axis.px > px && !dateline.gesture", before["px"])
    after = axis(many)
    where = after["x0"] + (day - after["first"]) * after["px"]
    assert abs(where - x) <= 2


def test_plain_wheel_scrolls_the_page(many: Page, many_url: str) -> None:
    """Without Ctrl the wheel over the picture does what it does everywhere."""
    open_page(many, url=many_url)
    turn(many, 500, 200)
    until(many, "document.getElementById('stage').scrollTop > 0")
    assert "from=" not in many.url


def test_drag_moves_the_days_and_opens_nothing(many: Page, many_url: str) -> None:
    """A drag shows other days, as many as before; a press without a drag still opens an event."""
    open_page(many, "?from=2019-01-01&to=2020-12-31", many_url)
    before = axis(many)
    mark = many.locator(".mark[data-event]").nth(3)
    box = mark.bounding_box()
    assert box is not None
    x, y = box["x"] + 6, box["y"] + 6
    many.mouse.move(x, y)
    many.mouse.down()
    many.mouse.move(x - 60, y, steps=4)
    many.mouse.move(x - 120, y, steps=4)
    many.mouse.up()
    expect(many).not_to_have_url(re.compile("from=2019-01-01"))
    first, last = shown_range(many)
    moved = round(120 / before["px"])
    assert (first - date(2019, 1, 1)).days == pytest.approx(moved, abs=1)
    assert last - first == date(2020, 12, 31) - date(2019, 1, 1)
    expect(many.locator("#drawer")).to_be_hidden()
    until(many, "(first) => dateline.axis.first !== first", before["first"])
    many.locator(".mark[data-event]").first.click()
    expect(many.locator("#drawer-title")).to_be_visible()


def test_drawing_follows_the_hand_at_once(browser: Browser, many_url: str) -> None:
    """While it is dragged the drawing moves; where less motion is asked for it waits."""
    for motion, moves in (("no-preference", True), ("reduce", False)):
        context = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
        page = context.new_page()
        open_page(page, "?from=2019-01-01&to=2020-12-31", many_url)
        page.mouse.move(700, 300)
        page.mouse.down()
        page.mouse.move(640, 300, steps=4)
        style = page.locator("#marks").evaluate("node => node.style.transform")
        assert ("translateX(-60px)" in style) == moves
        page.mouse.up()
        expect(page).not_to_have_url(re.compile("from=2019-01-01"))
        until(page, "!document.getElementById('marks').style.transform")
        context.close()


def test_two_fingers_zoom_around_what_lies_between_them(browser: Browser, many_url: str) -> None:
    """Spread apart they show fewer days; the day between them stays between them."""
    context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 1200})
    page = context.new_page()
    open_page(page, "?from=2016-01-01&to=2021-12-31", many_url)
    box = page.locator("#timeline").bounding_box()
    assert box is not None
    before, x, y = axis(page), 500.0, box["y"] + 40
    day = day_under(page, x)
    touch = page.context.new_cdp_session(page)
    for kind, apart in [("Start", 40), *(("Move", 40 + step) for step in range(20, 161, 20))]:
        points = [{"x": box["x"] + x + side * apart, "y": y, "id": side} for side in (0, 1)]
        points[0]["x"] -= apart
        touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page).not_to_have_url(re.compile("from=2016-01-01"))
    until(page, "(px) => dateline.axis.px > px && !dateline.gesture", before["px"])
    after = axis(page)
    assert after["px"] / before["px"] == pytest.approx(200 / 40, rel=0.2)
    assert abs(after["x0"] + (day - after["first"]) * after["px"] - x) <= 2
    context.close()


def test_spans_follow_the_calendar(page: Page) -> None:
    """Day, week, month and year around the mark nearest to the middle are whole, none is empty."""
    open_page(page)
    bar = page.locator("#overview")
    spans = {
        "Year": (date(2022, 1, 1), date(2022, 12, 31)),
        "Month": (date(2022, 8, 1), date(2022, 8, 31)),
        "Week": (date(2022, 8, 15), date(2022, 8, 21)),
        "Day": (date(2022, 8, 21), date(2022, 8, 21)),
    }
    for name, (first, last) in spans.items():
        pressed = bar.get_by_role("button", name=name, exact=True)
        pressed.click()
        expect(page).to_have_url(re.compile(f"from={first}&to={last}"))
        expect(pressed).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#marks .mark").first).to_be_attached()
    page.get_by_role("button", name="Fit", exact=True).click()
    expect(page).not_to_have_url(re.compile("from="))


def test_earlier_and_later_move_by_half(many: Page, many_url: str) -> None:
    """A press of Later shows the second half first; at the end of the data it does nothing."""
    open_page(many, "?from=2019-01-01&to=2019-04-10", many_url)
    many.get_by_role("button", name="Later").click()
    half = timedelta(50)
    expect(many).to_have_url(
        re.compile(f"from={date(2019, 1, 1) + half}&to={date(2019, 4, 10) + half}")
    )
    expect(many.locator("#overview-bar")).to_contain_text("2019")
    many.get_by_role("button", name="Earlier").click()
    expect(many).to_have_url(re.compile("from=2019-01-01&to=2019-04-10"))
    many.get_by_role("button", name="All days").click()
    later = many.get_by_role("button", name="Later")
    expect(later).to_have_attribute("aria-disabled", "true")
    shown = many.url
    later.focus()
    many.keyboard.press("Enter")
    assert many.url == shown
    expect(later).to_be_focused()


def test_next_event_is_the_next_row(page: Page) -> None:
    """From the open event to its neighbours in the table's order; the focus stays where it is."""
    open_page(page)
    ids = page.locator("#events tr[data-event]").evaluate_all(
        "all => all.map((r) => r.dataset.event)"
    )
    page.locator(f'#events tr[data-event="{ids[0]}"] button').click()
    steps = page.locator("#drawer .stepping")
    expect(steps).to_contain_text(f"1 of {len(ids)}")
    expect(steps.get_by_role("button", name="Previous")).to_have_attribute("aria-disabled", "true")
    for at in (1, 2):
        steps.get_by_role("button", name="Next").press("Enter")
        expect(page).to_have_url(re.compile(f"event={ids[at]}"))
        expect(steps).to_contain_text(f"{at + 1} of {len(ids)}")
        expect(steps.get_by_role("button", name="Next")).to_be_focused()


def test_range_and_open_event_stay_when_a_filter_changes(page: Page) -> None:
    """Taking a kind away neither moves the days shown nor closes what is open."""
    open_page(page, "?from=2022-10-03&to=2022-10-12")
    page.locator(".mark[data-event]").nth(1).click()
    expect(page.locator("#drawer-title")).to_be_visible()
    title = str(page.locator("#drawer-title").text_content())
    before = axis(page)
    page.get_by_role("checkbox", name=re.compile("^Planned")).click()
    expect(page).to_have_url(re.compile("kind=happened"))
    expect(page).to_have_url(re.compile("event="))
    expect(page.locator("#drawer-title")).to_have_text(title)
    after = axis(page)
    assert (after["first"], after["last"]) == (before["first"], before["last"])


def test_lanes_are_moved_by_buttons(page: Page) -> None:
    """By hand, a lane goes down one place; the order stands in the address and the focus stays."""
    open_page(page, "?group=country")
    page.locator("#order").get_by_text("By hand").click()
    rows = page.locator("#lane-order li span")
    expect(rows.first).to_be_visible()
    names = rows.all_text_contents()
    down = page.get_by_role("button", name=f"Move {names[0]} down")
    down.press("Enter")
    expect(rows.first).to_have_text(names[1])
    expect(page).to_have_url(re.compile(r"order=hand(&lane=[A-Z]{3})+"))
    expect(down).to_be_focused()
    groups = page.locator("#marks [role=group]")
    lanes = page.evaluate("dateline.laneNames")
    assert lanes[:2] == [names[1], names[0]]
    assert groups.count() == len(lanes)


def test_marks_of_one_event_are_lit_together(page: Page) -> None:
    """An event that stands in several lanes is lit in all of them."""
    open_page(page, "?group=country")
    ids = page.locator(".mark").evaluate_all("all => all.map((mark) => mark.dataset.event)")
    twice = next(key for key in ids if ids.count(key) > 1)
    marks = page.locator(f'.mark[data-event="{twice}"]')
    marks.first.hover()
    expect(page.locator(".mark.near")).to_have_count(marks.count())


def test_mode_that_cannot_hold_the_events_says_so(many: Page, many_url: str) -> None:
    """A ledger of too many events is refused with its reason; one of fewer is drawn."""
    open_page(many, url=many_url)
    many.locator("#mode").get_by_text("Ledger").click()
    expect(many.locator("#mode-note")).to_contain_text("A ledger holds at most")
    expect(many).to_have_url(re.compile("mode=ledger"))
    many.goto(f"{many_url}/?mode=ledger&country=FIN")
    expect(many.locator("#sentence")).to_contain_text("Finland")
    expect(many.locator("#mode-note")).to_be_empty()


def test_axis_marks_are_switched(page: Page) -> None:
    """Weekends and days of publication go with their boxes, and their words with them."""
    open_page(page)
    words = page.locator("#graph text")
    expect(words.filter(has_text=re.compile("^weekend$"))).to_have_count(1)
    page.get_by_text("Axis", exact=True).click()
    page.get_by_role("checkbox", name="Weekends").click()
    expect(page).to_have_url(re.compile("hide=weekends"))
    expect(words.filter(has_text=re.compile("^weekend$"))).to_have_count(0)
    page.get_by_role("checkbox", name="Shorten long gaps").click()
    expect(words.filter(has_text=re.compile("^break: "))).to_have_count(1)


@pytest.mark.parametrize("way", ["Enter", "click"])
def test_value_that_is_found_by_typing_stays_chosen(many: Page, many_url: str, way: str) -> None:
    """One that is not among those that come at once is kept when the options come anew."""
    open_page(many, url=many_url)
    many.get_by_text("More filters").click()
    field = many.get_by_role("textbox", name="Articles")
    field.click()
    offered = many.get_by_role("listbox", name="Articles")
    expect(offered).to_contain_text("type to find others")
    shown = offered.get_by_role("option").all_text_contents()
    weeks = (f"of the {number}. week" for number in range(1, 34))
    hidden = next(week for week in weeks if not any(week in words for words in shown))
    field.press_sequentially(hidden)
    option = offered.get_by_role("option").filter(has_text=hidden).first
    expect(option).to_be_visible()
    with many.expect_response("**/_dash-update-component*"):
        field.press("Enter") if way == "Enter" else option.click()
    expect(offered).to_contain_text("type to find others")
    expect(many.locator("#chips")).to_contain_text(".txt")
    expect(many).to_have_url(re.compile(r"\?file=00\d\d.txt$"))


@pytest.mark.parametrize("query", ["?mode=cards", "?mode=ledger", "?group=kind", "?mode=density"])
def test_every_mark_stands_on_what_is_drawn(many: Page, many_url: str, query: str) -> None:
    """Plotly's paths are where the layout put them: under the middle of each button."""
    open_page(many, query, many_url)
    until(many, "document.querySelector('#graph .shapelayer path')")
    bare = many.evaluate(
        """() => {
          const paths = [...document.querySelectorAll("#graph .shapelayer path")];
          const isOn = (button) => {
            const box = button.getBoundingClientRect();
            const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
            return paths.some((path) =>
              path.isPointInFill(middle.matrixTransform(path.getScreenCTM().inverse())));
          };
          const buttons = [...document.querySelectorAll("#marks button")];
          return buttons.length ? buttons.filter((button) => !isOn(button)).length : "no marks";
        }"""
    )
    assert bare == 0

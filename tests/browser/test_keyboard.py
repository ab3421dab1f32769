"""Keys alone, a screen reader's tree, zoom, forced colours, and what waiting looks like."""

import re
import shutil
from pathlib import Path

from factories import make_readings
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from test_hostile import serve

from dashboard.model import Folder
from dashboard.store import build


def open_page(page: Page, query: str = "") -> None:
    """Go to a view and wait until its sentence stands."""
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until an element has the focus; fail where it cannot be reached so."""
    for _ in range(80):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{wanted} cannot be reached by {key}")


def test_whole_task_by_keys_alone(page: Page) -> None:
    """Load, filter by country, set a range, open an event, come back, copy, export."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page)
    tab_to(page, page.get_by_role("textbox", name="Countries"))
    page.keyboard.type("Belarus")
    expect(page.get_by_role("option", name="Belarus")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"country=BLR"))
    tab_to(page, page.get_by_role("textbox", name="From", exact=True))
    page.keyboard.type("4 Oct")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile(r"country=BLR&from=2022-10-04"))
    expect(page.locator("#sentence")).to_contain_text("since Tue 4 Oct 2022")
    stop = page.locator('.mark[tabindex="0"]')
    expect(stop).to_have_count(1)
    tab_to(page, stop)
    page.keyboard.press("ArrowRight")
    event = page.evaluate("document.activeElement.dataset.event")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer-title")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Open in article").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("article="))
    back = page.get_by_role("button", name=re.compile("^Back to the"))
    expect(back).to_be_visible()
    tab_to(page, back, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("article="))
    tab_to(page, page.get_by_role("button", name=re.compile("Copy quote")).first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("copied")
    assert "characters" in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    expect(page.locator(f'.mark[data-event="{event}"]').first).to_be_focused()
    export = page.get_by_role("link", name="Download the data as CSV")
    tab_to(page, export, "Shift+Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "timeline.csv"
    assert event in Path(download.value.path()).read_text(encoding="utf-8")


def test_marks_zoom_by_keys_and_keep_the_focus(page: Page) -> None:
    """Plus and minus change the days shown around the mark, 0 fits; lanes are groups."""
    open_page(page, "?group=country")
    group = page.locator("#marks [role=group]").first
    expect(group).to_have_attribute("aria-label", re.compile(r"^[A-Z].*: \d+$"))
    first = str(group.get_attribute("aria-label"))
    mark = group.locator(".mark").last
    name = mark.get_attribute("data-event")
    mark.focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("from=.*to="))
    shown = page.url
    focused = page.locator(f'.mark[data-event="{name}"]:focus')
    expect(group).not_to_have_attribute("aria-label", first)
    expect(focused).to_have_count(1)
    page.keyboard.press("-")
    expect(page).not_to_have_url(shown)
    expect(focused).to_have_count(1)
    page.keyboard.press("0")
    expect(page).not_to_have_url(re.compile("from="))
    expect(group).to_have_attribute("aria-label", first)
    expect(focused).to_have_count(1)


def test_mark_in_the_accessibility_tree(page: Page) -> None:
    """A mark is a button with its whole name; the drawing under it is not there at all."""
    open_page(page)
    name = str(page.locator(".mark").first.get_attribute("aria-label"))
    tree = page.context.new_cdp_session(page)
    nodes = tree.send("Accessibility.getFullAXTree")["nodes"]
    spoken = [
        (node["role"]["value"], node.get("name", {}).get("value"))
        for node in nodes
        if not node["ignored"]
    ]
    assert ("button", name) in spoken
    expect(page.locator("[aria-hidden=true] #graph .js-plotly-plot")).to_be_attached()
    assert ("table", None) not in spoken
    assert [words for role, words in spoken if role == "slider"] == [
        "First day shown", "Last day shown",
    ]  # fmt: skip
    assert ("main", "") in spoken or any(role == "main" for role, _ in spoken)


def test_skip_links_lead_past_the_rail(page: Page) -> None:
    """The first two stops are links to timeline and table, visible when they are reached."""
    open_page(page)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the timeline")
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#events")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("columnheader", name="Day").get_by_role("button")).to_be_focused()


def test_articles_are_reached_by_tab(page: Page) -> None:
    """The list that comes when it is looked at comes for keys too, and they go on into it."""
    page.set_viewport_size({"width": 1440, "height": 500})
    open_page(page)
    page.locator('#events .open[tabindex="0"]').focus()
    for _ in range(80):
        if page.evaluate("document.activeElement.closest('#accounts') !== null"):
            break
        page.keyboard.press("Tab")
    expect(page.locator("#accounts .open")).to_have_count(2)
    expect(page.locator("#accounts :focus")).to_have_count(1)
    tab_to(page, page.locator("#accounts .open").last)


def test_focus_comes_back_from_the_briefing(page: Page) -> None:
    """All keys work in the picture; who leaves it stands again on the button that showed it."""
    open_page(page)
    for leave in ("Enter", "Escape"):
        button = page.get_by_role("button", name="Briefing")
        button.press("Enter")
        expect(page.locator("#briefing img")).to_be_visible()
        back = page.get_by_role("button", name="Back")
        tab_to(page, back)
        page.keyboard.press(leave)
        expect(page.locator("#briefing")).to_be_hidden()
        expect(button).to_be_focused()


def test_status_speaks_once_for_a_burst_of_changes(page: Page) -> None:
    """The sentence is said half a second after the last change, not at every one."""
    open_page(page)
    expect(page.get_by_role("status").first).to_have_text(page.title())
    page.evaluate(
        """() => {
          window.said = [];
          const node = document.getElementById("status");
          new MutationObserver(() => said.push(node.textContent)).observe(node, {childList: true});
        }"""
    )
    for day in (4, 5, 6):
        page.evaluate(f"dateline.change({{from: '2022-10-0{day}'}})")
    expect(page.get_by_role("status").first).to_contain_text("since Thu 6 Oct 2022")
    assert len(page.evaluate("window.said")) <= 2


def test_page_at_200_percent_and_in_forced_colours(page: Page) -> None:
    """Half the room still holds everything; where the system sets colours the marks stay."""
    page.set_viewport_size({"width": 720, "height": 450})
    page.emulate_media(forced_colors="active")
    open_page(page, "?country=BLR&country=FRA&off=country:FRA&text=force&text_in=article")
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    stage = page.locator("#stage")
    assert stage.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.locator(".mark").first.focus()
    style = page.locator(".mark").first.evaluate("node => getComputedStyle(node).outlineStyle")
    assert style == "solid"
    page.set_viewport_size({"width": 320, "height": 640})
    expect(page.locator("#events li[data-event]").first).to_be_visible()
    assert stage.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("button", name="Saved views").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_waiting_is_said_after_a_moment_and_ends(page: Page) -> None:
    """A slow answer makes the stage busy; a quick one does not; the skeleton goes away."""
    slow: list[Route] = []
    open_page(page)
    expect(page.locator("#stage")).not_to_have_attribute("aria-busy", "true")
    page.route("**/show", lambda route: slow.append(route))
    page.evaluate("dateline.change({from: '2022-10-05'})")
    expect(page.locator("#stage")).to_have_attribute("aria-busy", "true")
    slow[0].continue_()
    expect(page.locator("#sentence")).to_contain_text("since Wed 5 Oct 2022")
    expect(page.locator("#stage")).not_to_have_attribute("aria-busy", "true")
    page.unroute_all(behavior="ignoreErrors")


def test_first_load_does_not_jump(page: Page) -> None:
    """What stands is moved by nothing that comes later, beyond a trifle."""
    page.add_init_script(
        """window.jumps = 0;
        new PerformanceObserver((list) => {
          for (const jump of list.getEntries()) window.jumps += jump.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page)
    expect(page.locator(".mark").first).to_be_visible()
    assert page.evaluate("window.jumps") < 0.1


def test_second_tab_sees_a_rebuilt_store(
    context: BrowserContext, seeds_store: Path, tmp_path: Path
) -> None:
    """A tab opened after a build shows it, and so does the first one at its next change."""
    page = context.new_page()
    path = tmp_path / "tabs.db"
    shutil.copy(seeds_store, path)
    server = serve(path)
    url = next(server)
    page.goto(url)
    expect(page.locator("#sentence")).not_to_be_empty()
    readings = make_readings(5)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    second = context.new_page()
    second.goto(url)
    expect(second.locator("#sentence")).to_contain_text(re.compile(r"201\d|202[01]"))
    page.get_by_role("radio", name="Kind").press("Space")
    expect(page.locator("#sentence")).to_have_text(str(second.locator("#sentence").text_content()))
    page.close()
    second.close()
    next(server, None)

"""The bar and its menu, the theme of the page, and the drawer beside the picture."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

TELEPHONE = {"width": 390, "height": 844}


def open_page(page: Page, query: str = "") -> None:
    """Go to a view and wait until its sentence stands."""
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


@pytest.mark.parametrize("width", [390, 320])
def test_phone_has_a_menu_with_all_that_the_bar_has(page: Page, width: int) -> None:
    """Downloads, saved views, the link and the theme, each 44 px high, and nothing is cut off."""
    page.set_viewport_size({**TELEPHONE, "width": width})
    open_page(page, "?country=BLR")
    more = page.get_by_role("button", name="More", exact=True)
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    for key in page.locator("#tools :is(a, button), #bar > button").all():
        box = key.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    link = page.get_by_role("link", name="Download the picture as PNG")
    expect(link).to_have_attribute("href", "/export/timeline.png?country=BLR")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_menu_closes_by_escape_by_use_and_by_leaving(page: Page) -> None:
    """The focus comes back to its button, unless it went elsewhere by itself."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({**TELEPHONE})
    open_page(page)
    more = page.locator('[data-action="toggle-tools"]')
    more.press("Enter")
    expect(page.get_by_role("link", name="CSV")).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    more.press("Enter")
    page.get_by_role("button", name="Copy link").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Link copied")
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    page.get_by_role("button", name="Dark theme").press("Tab")
    expect(page.get_by_role("button", name="Briefing")).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    page.locator("#sentence").click(position={"x": 5, "y": 5})
    expect(page.locator("#tools")).to_be_hidden()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("asked", ["", "light", "dark"])
def test_wrong_link_keeps_the_theme(page: Page, system: str, asked: str) -> None:
    """The banner of a wrong link has the theme of the link, or else the system's."""
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(f"/?country=zz1&theme={asked}" if asked else "/?country=zz1")
    expect(page.get_by_role("alert")).to_contain_text("is not a country code")
    theme, other = (asked or system), {"light": "Dark", "dark": "Light"}[asked or system]
    html = page.locator("html")
    expect(html).to_have_attribute("data-mantine-color-scheme", theme)
    page.get_by_role("link", name="Show everything").click()
    expect(page.get_by_role("alert")).to_be_empty()
    expect(html).to_have_attribute("data-mantine-color-scheme", theme)
    page.get_by_role("button", name=f"{other} theme").click()
    expect(page).to_have_url(re.compile(rf"/\?theme={other.lower()}$"))
    expect(html).to_have_attribute("data-mantine-color-scheme", other.lower())


def covered(page: Page) -> bool:
    """Whether the drawer or an edge of the stage covers some of the selected mark."""
    return bool(
        page.locator('.mark[aria-current="true"]').first.evaluate(
            """node => {
              const [box, stage, drawer] = [node, document.querySelector("#stage"), document.querySelector("#drawer")]
                .map((one) => one.getBoundingClientRect());
              return box.right > drawer.left || box.left < stage.left || box.top < stage.top || box.bottom > stage.bottom;
            }"""  # noqa: E501
        )
    )


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_selected_mark_is_never_under_the_drawer(page: Page, size: tuple[int, int]) -> None:
    """The picture moves as far as it must, for every mark, at every width of the drawer."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page)
    for number in (0, page.locator(".mark").count() - 1):
        page.locator(".mark").nth(number).click()
        expect(page.locator("#drawer-title")).to_be_focused()
        assert not covered(page)
        page.get_by_role("button", name="Wider").click()
        assert not covered(page)
        page.get_by_role("button", name="Narrower").click()
        page.keyboard.press("Escape")
        expect(page.locator(".mark").nth(number)).to_be_focused()


def test_drawer_is_narrowed_widened_and_put_aside(page: Page) -> None:
    """Its width goes in steps; put aside, the event stays open and one button brings it back."""
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page)
    page.locator(".mark").first.click()
    drawer = page.locator("#drawer")
    widths = []
    for name in ("Narrower", "Narrower", "Wider", "Wider", "Wider"):
        page.get_by_role("button", name=name).press("Enter")
        widths.append(drawer.evaluate("node => node.offsetWidth"))
    assert widths == [360, 360, 420, 640, 640]
    expect(page.get_by_role("button", name="Wider")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Hide").click()
    back = page.get_by_role("button", name="Show the evidence")
    expect(back).to_be_focused()
    assert drawer.evaluate("node => node.offsetWidth") == 48
    expect(page).to_have_url(re.compile("event="))
    back.press("Enter")
    expect(page.locator("#drawer-title")).to_be_focused()
    assert drawer.evaluate("node => node.offsetWidth") == 640


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_has_its_theme_and_a_skeleton_before_the_first_answer(page: Page, theme: str) -> None:
    """What stands while nothing has come is in the theme of the link, and goes when it comes."""
    held: list[Route] = []
    page.route("**/show", lambda route: held.append(route))
    page.goto(f"/?theme={theme}")
    expect(page.locator("#stage")).to_have_attribute("aria-busy", "true")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", theme)
    heading = page.locator("#stage .heading")
    drawn = 'node => getComputedStyle(node, "::before").content'
    assert heading.evaluate(drawn) == '""'
    assert page.locator("#events").evaluate("node => getComputedStyle(node).visibility") == "hidden"
    held[0].continue_()
    expect(page.locator("#sentence")).to_contain_text("events")
    assert heading.evaluate(drawn) == "none"
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ticked_and_chosen_are_seen_where_the_system_sets_colours(page: Page, scheme: str) -> None:
    """A ticked box is filled and a chosen segment outlined; those that are not, are not."""
    page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    open_page(page)
    fill = "node => getComputedStyle(node).backgroundColor"
    ticked, other = page.locator("#kind-happened"), page.locator("#kind-background")
    assert ticked.evaluate(fill) != other.evaluate(fill)
    line = "node => getComputedStyle(node).outlineStyle"
    labels = page.locator("#group .mantine-SegmentedControl-label")
    assert [label.evaluate(line) for label in labels.all()] == ["solid", "none", "none", "none"]


def test_answer_that_does_not_come_is_said(context: BrowserContext, server_url: str) -> None:
    """The banner stays in sight and offers to ask again; the answer takes it away."""
    page = context.new_page()
    page.goto(server_url)
    expect(page.locator(".mark").first).to_be_visible()
    page.route("**/show", lambda route: route.abort())
    page.evaluate("dateline.change({country: 'UKR'})")
    banner = page.get_by_role("alert").first
    expect(banner).to_contain_text("No answer came.")
    expect(banner).to_contain_text("See whether Dateline is still running")
    page.locator("#stage").evaluate("node => node.scrollTo(0, node.scrollHeight)")
    expect(banner).to_be_in_viewport()
    page.unroute("**/show")
    page.get_by_role("button", name="Try again").click()
    expect(banner).to_be_empty()
    expect(page.locator("#sentence")).to_contain_text("Ukraine")
    page.close()


def test_counts_of_the_parts_of_the_text_follow_the_picture(page: Page) -> None:
    """Beside each part stands how many events have the words there; without words nothing."""
    open_page(page)
    words = page.get_by_role("textbox", name="Words")
    words.fill("border")
    boxes = page.locator("label[for^=part-] .count")
    expect(boxes).to_have_text([re.compile(r" \(\d+\)")] * 3)
    words.fill("")
    expect(boxes).to_have_text([""] * 3)

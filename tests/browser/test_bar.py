"""The bar: its menu on a phone, and the theme of the page, also where the link is wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

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
    page.get_by_role("button", name=f"{other} theme").click()
    expect(html).to_have_attribute("data-mantine-color-scheme", other.lower())
    expect(page.get_by_role("alert")).to_contain_text("is not a country code")
    page.get_by_role("link", name="Show everything").click()
    expect(page.locator("#sentence")).to_contain_text("events")
    expect(page).to_have_url(re.compile(rf"/\?theme={other.lower()}$"))
    expect(html).to_have_attribute("data-mantine-color-scheme", other.lower())

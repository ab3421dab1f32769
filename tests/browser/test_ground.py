"""The ground of the browser tests itself: complaints are heard, and Chromium is found or named."""

import sys
from pathlib import Path

import chromium
import pytest
from complaints import listen
from playwright.sync_api import BrowserContext, Page

OTHER = "http://127.0.0.1:9/"  # The discard port: nobody answers there.


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<script>console.error('a complaint')</script>", "console error: a complaint"),
        ("<script>throw new Error('thrown')</script>", "page error: thrown"),
        (f"<img src='{OTHER}dot.png'>", f"asked another host: {OTHER}dot.png"),
        (f"<link rel='stylesheet' href='{OTHER}font.css'>", f"asked another host: {OTHER}font.css"),
    ],
)
def test_page_complaints_are_heard(
    context: BrowserContext, server_url: str, html: str, complaint: str
) -> None:
    """An error, an exception and a request to another host each leave a complaint."""
    page = context.new_page()
    heard = listen(page, server_url)
    page.set_content(html)
    page.close()
    assert complaint in "\n".join(heard)


def test_quiet_page_has_no_complaints(context: BrowserContext, server_url: str) -> None:
    """A page that draws its own data and logs a word is left in peace."""
    page = context.new_page()
    heard = listen(page, server_url)
    page.set_content("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><script>1</script>")
    page.close()
    assert heard == []


def test_page_looks_as_one_reader_always(page: Page) -> None:
    """Language, time zone, size and motion do not depend on the machine."""
    found = page.evaluate(
        """[navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone,
            innerWidth, matchMedia('(prefers-reduced-motion: reduce)').matches]"""
    )
    assert found == ["en-GB", "UTC", 1920, True]


def test_named_chromium_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment variable wins over whatever is installed."""
    monkeypatch.setenv(chromium.VARIABLE, sys.executable)
    assert chromium.find() == sys.executable


@pytest.mark.parametrize("arguments", [[], ["--install"]])
def test_named_chromium_that_is_missing_is_said_in_one_line(
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """A wrong environment variable is never silently replaced by another browser."""
    monkeypatch.setenv(chromium.VARIABLE, str(tmp_path / "gone"))
    assert chromium.main(arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert chromium.VARIABLE in err


def test_machine_without_any_chromium_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With nothing installed and nothing installable the failure names the remedy."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "PLACES", ())
    for way in ("_downloaded", "_install_package", "_install_download"):
        monkeypatch.setattr(chromium, way, lambda: None)
    for look in (chromium.find, chromium.install):
        with pytest.raises(chromium.NoChromium, match=r"Install Chromium .* or set"):
            look()

"""Articles are strangers' text: markup, bidi controls and long lines in them do nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from complaints import listen
from factories import make_article, make_reading, make_report
from playwright.sync_api import BrowserContext, expect
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.model import CountryRole, Folder, Span, Step
from dashboard.store import build

EVIL = (
    "<script>window.hurt=1</script> <img src=x onerror='window.hurt=2'> &amp;lt; "
    '<a href="javascript:window.hurt=3">link</a> \u202eevil\u202c {{7*7}} <b>bold</b>'
)

VECTORS = (
    "<script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    "<svg onload=window.hurt=1></svg>",
    "<iframe srcdoc='<script>parent.hurt=1</script>'></iframe>",
    "<a href='javascript:window.hurt=1'>link</a>",
    "<style>*{display:none}</style>",
    "<details open ontoggle=window.hurt=1>",
    "<input autofocus onfocus=window.hurt=1>",
    "<math><mi xlink:href='javascript:window.hurt=1'>m</mi></math>",
    "<b><i><sup><a href='javascript:window.hurt=1'>tags of the drawing</a></sup></i></b>",
)
WRAPPINGS = ("{}", "\"'>{}", "</script>{}", "\u202e{}\u202c", "&lt;{}&#x3c;")
PAYLOADS = tuple(wrapping.format(vector) for vector in VECTORS for wrapping in WRAPPINGS)


@pytest.fixture(scope="module")
def payloads_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over fifty articles, each hostile in another way and in every field."""
    articles, readings = [], []
    for number, payload in enumerate(PAYLOADS):
        text = f"{payload} Norway opened a rail link to Finland on 4 March 2019."
        article = make_article(
            text,
            file=f"{number:02} {payload.replace('/', '∕')}.txt",
            headline=payload,
            publisher=payload,
            published_on="2019-03-05",
        )
        articles.append(article)
        readings.append(make_reading(article, (make_report(article, label=payload[:90]),)))
    path = tmp_path_factory.mktemp("payloads") / "payloads.db"
    build(path, Folder(tuple(articles)), tuple(readings))
    yield from serve(path)


def test_no_payload_of_fifty_runs(context: BrowserContext, payloads_url: str) -> None:
    """Text, headline, publisher and file name are characters in rows, drawer and reader."""
    assert len(set(PAYLOADS)) == 50
    page = context.new_page()
    complaints = listen(page, payloads_url)
    page.goto(payloads_url)
    expect(page.locator("#sentence")).to_contain_text("50 events")
    page.get_by_role("button", name="Show all 50 rows at once").click()
    expect(page.locator("#events .open")).to_have_count(50)
    for number in range(50):
        page.locator("#events .open").nth(number).click()
        expect(page.locator("#drawer mark.quote").first).to_be_visible()
        if number % 10 == 0:
            page.get_by_role("button", name="Open in article").first.click()
            expect(page.locator("#reader mark").first).to_be_visible()
            page.get_by_role("button", name="Back to the timeline").click()
    assert page.evaluate("window.hurt === undefined")
    assert complaints == []
    page.close()


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app whose only article is hostile in every field."""
    text = f"{EVIL} opened a rail link to Finland on 4 March 2019."
    article = make_article(
        text, headline=EVIL, publisher=EVIL, author=EVIL, language="en", published_on="2019-03-05"
    )
    report = make_report(
        article,
        label=EVIL[:90],
        actors=(EVIL,),
        speaker=EVIL,
        date_words=EVIL,
        date_steps=(Step("test", EVIL, EVIL),),
        roles=(CountryRole("NOR", "actor", EVIL, Span(0, 5), EVIL),),
    )
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    build(path, Folder((article,)), (make_reading(article, (report,)),))
    yield from serve(path)


def serve(path: Path, rebuild: Callable[[], object] | None = None) -> Iterator[str]:
    """Serve the app over a store on a free port while the fixture is in use."""
    server = make_server("127.0.0.1", 0, create_app(path, rebuild).server, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_text_is_shown_as_it_is_written(
    context: BrowserContext, hostile_url: str, width: int
) -> None:
    """Tags and entities stand on the screen as characters, and nothing runs."""
    page = context.new_page()
    complaints = listen(page, hostile_url)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(hostile_url)
    expect(page.locator("#sentence")).to_contain_text("1 event")
    page.locator("#events .open").first.click()
    expect(page.locator("#drawer mark.quote")).to_contain_text(EVIL)
    expect(page.locator("#drawer")).to_contain_text("<script>window.hurt=1</script>")
    expect(page.locator("#events")).to_contain_text("<img src=x")
    assert page.locator("#app :is(script, img, b, a[href^='javascript'])").count() == 0
    assert page.evaluate("window.hurt === undefined")
    assert complaints == []
    page.close()


def test_hostile_text_is_inert_on_the_drawing_and_in_the_picture(
    context: BrowserContext, hostile_url: str
) -> None:
    """Plotly and the SVG show the characters; the picture opened by itself runs nothing."""
    page = context.new_page()
    complaints = listen(page, hostile_url)
    page.goto(hostile_url)
    drawing = page.locator("#graph svg").first
    expect(drawing).to_be_visible()
    assert page.locator("#graph svg :is(a, image, script)").count() == 0
    page.goto(f"{hostile_url}/export/briefing.svg")
    assert page.evaluate("window.hurt === undefined")
    assert page.evaluate("document.querySelectorAll('script, image, a').length") == 0
    assert complaints == []
    page.close()


def test_hostile_address_is_shown_as_it_is_written(
    context: BrowserContext, hostile_url: str
) -> None:
    """Markup in a link comes back in the banner as characters."""
    page = context.new_page()
    page.goto(f"{hostile_url}/?group=%3Cimg%20src%3Dx%20onerror%3D'window.hurt%3D4'%3E")
    expect(page.get_by_role("alert")).to_contain_text("<img src=x")
    assert page.evaluate("window.hurt === undefined")
    page.close()

"""What keeps the page to itself: response headers, trusted hosts, small requests, no trackers."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request
from flask_compress import Compress
from werkzeug.datastructures import Headers

HOSTS = ["localhost", "127.0.0.1"]
LARGEST_REQUEST = 1_000_000
STATIC_SECONDS = 86_400
"""How long a browser keeps scripts, fonts and the icon; a changed script has another address."""

READING = ("GET", "HEAD", "OPTIONS")
STATIC = ("/assets/", "/_dash-component-suites/")
ALGORITHMS = ["zstd", "gzip"]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_policy(script_hashes: Iterable[str]) -> str:
    """Return the Content-Security-Policy: own scripts only, own styles and pictures, no frames.

    Styles need 'unsafe-inline': the controls and the drawing write style attributes.
    """
    scripts = " ".join(["'self'", *script_hashes])
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def protect(app: Dash) -> None:
    """Set strict headers on every answer, refuse foreign hosts, and compress static files.

    Call it when all callbacks are registered: the hashes of inline scripts go into the policy.
    """
    server = app.server
    server.config["TRUSTED_HOSTS"] = HOSTS
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    server.config["SEND_FILE_MAX_AGE_DEFAULT"] = STATIC_SECONDS
    policy = content_policy(app.csp_hashes())

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    @server.before_request
    def refuse_other_sites() -> None:
        """Answer 403 to what another site makes a browser ask, unless it only reads."""
        if request.method not in READING and is_from_elsewhere(request.headers, request.host):
            abort(403)

    @server.errorhandler(DependencyException)
    def not_there(error: DependencyException) -> Response:
        """Answer 404 for a script that there is none of."""
        return Response("There is no such file.\n", 404, mimetype="text/plain")

    compress_static(app)


def is_from_elsewhere(headers: Headers, host: str) -> bool:
    """Say whether a browser sends this for a page of another site; other programs say nothing.

    >>> is_from_elsewhere(Headers({"Origin": "http://evil.example"}), "localhost:8050")
    True
    """
    origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
    if origin is not None and urlsplit(origin).netloc != host:
        return True
    return site not in (None, "same-origin", "none")


def compress_static(app: Dash) -> None:
    """Compress what is loaded once; callbacks stay plain, which is quicker on loopback."""
    app.server.config["COMPRESS_REGISTER"] = False
    app.server.config["COMPRESS_ALGORITHM"] = ALGORITHMS
    app.server.config["COMPRESS_ALGORITHM_STREAMING"] = ALGORITHMS
    app.server.config["COMPRESS_LEVEL"] = 4
    compress = Compress(app.server)

    @app.server.after_request
    def squeeze(response: Response) -> Response:
        if request.path.startswith(STATIC):
            return compress.after_request(response)
        return response

"""What keeps the page to itself: response headers, trusted hosts, small requests, no trackers."""

from collections.abc import Iterable

from dash import Dash
from flask import Response, request
from flask_compress import Compress

HOSTS = ["localhost", "127.0.0.1"]
LARGEST_REQUEST = 1_000_000
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
    policy = content_policy(app.csp_hashes())

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    compress_static(app)


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

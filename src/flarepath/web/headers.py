"""Headers on every page: nothing from elsewhere, nothing inline, nothing kept by others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'"
)

CODE: Final = "/accounts/2fa/totp/"
"""The one page whose picture, the code for an authenticator app, stands in the page itself."""

FORGETTING: Final = ("/data/delete", "/accounts/logout/")
"""After these, what a browser kept for the app goes too: the rules, the pages without a network, the queue."""


class Headers:
    """Add the headers to every answer."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes after.

        Args:
            respond: the next step.
        """
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers.

        Args:
            request: what was asked.
        """
        response = self.respond(request)
        within = request.path.startswith(CODE)
        response["Content-Security-Policy"] = (
            POLICY.replace("img-src 'self'", "img-src 'self' data:") if within else POLICY
        )
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
        if request.path in FORGETTING and request.method == "POST":
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

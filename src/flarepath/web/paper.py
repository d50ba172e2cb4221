"""HTML as a PDF, by WeasyPrint; nothing is fetched from anywhere."""

from __future__ import annotations

from flarepath.errors import FlarepathError


class NoPaper(FlarepathError):
    """This machine cannot make a PDF; the message says what is missing."""


def as_pdf(html: str) -> bytes:
    """The PDF of a page.

    Args:
        html: the whole page with its style and its pictures in it; every address but `data:` is refused.

    Raises:
        NoPaper: Debian's Pango is not installed.
    """
    try:
        # WeasyPrint loads Debian's Pango when it is imported, and not every machine has it.
        from weasyprint import HTML  # noqa: PLC0415
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError as error:
        message = "This machine cannot make a PDF: install libpango-1.0-0 and libpangoft2-1.0-0, or print the page."
        raise NoPaper(message) from error
    made: bytes = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=["data"])).write_pdf()
    return made

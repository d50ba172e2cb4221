"""The report for a professional, as a page and as a PDF."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.web import show
from flarepath.web.answers import once
from flarepath.web.charts import timeline_svg
from flarepath.web.gate import gate_now
from flarepath.web.paper import NoPaper, as_pdf
from flarepath.why import Report, Settings, report

DAYS, WIDTH = 91, 660


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The report, to look at, print, or save as a PDF."""
    try:
        shown = _shown(request)
    except NothingToAnswerFrom:
        return redirect("today")
    return render(request, "flarepath/report.html", shown)


@require_GET
def pdf(request: HttpRequest) -> HttpResponse:
    """The same as a PDF; where the machine cannot make one, a sentence that says how to print."""
    try:
        shown = _shown(request)
        chart = b64encode(once(request, timeline_svg, DAYS, WIDTH).encode()).decode()
        shown |= {"chart_address": f"data:image/svg+xml;base64,{chart}"}
        made = as_pdf(render_to_string("flarepath/report_paper.html", shown))
    except NothingToAnswerFrom:
        return redirect("today")
    except NoPaper as error:
        return render(request, "flarepath/brought.html", {"refused": str(error)}, status=503)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="flarepath-report.pdf"'
    return response


def _shown(request: HttpRequest) -> dict[str, Any]:
    notes = request.GET.get("notes") == "1"
    return {"report": show.report(once(request, reported, notes)), "notes": notes, "gate": gate_now(request)}


def reported(diary: Diary, at: datetime, settings: Settings, notes: bool) -> Report:  # noqa: FBT001 - a word of the cache's key
    """The report of the last three months.

    Args:
        diary: of the person.
        at: now.
        settings: the person's numbers.
        notes: whether private notes are on it.
    """
    return report(diary, at=at, notes=notes, settings=settings)

"""The timeline from a day to years, and the entries of one day, which can be corrected or taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath.diary import Diary
from flarepath.errors import UnknownId
from flarepath.store.people import correct, entries_between, withdraw
from flarepath.web import forms, show
from flarepath.web.answers import once
from flarepath.web.charts import timeline_html, timeline_svg
from flarepath.web.clock import now
from flarepath.web.gate import gate_now
from flarepath.web.me import local_now, my_diary, opened
from flarepath.why import Settings

PERIODS = {"week": 7, "month": 30, "season": 91, "year": 365, "all": 3_653}
WIDTHS = {"": 270, "wide": 600}


@require_GET
def timeline(request: HttpRequest) -> HttpResponse:
    """Pain by place over what was done, eaten, slept and tested."""
    diary = my_diary(request)
    period = request.GET.get("period", "month")
    period = period if period in PERIODS else "month"
    shown = {
        "period": period,
        "periods": list(PERIODS),
        "rows": show.days(diary, local_now(diary), PERIODS[period]),
        "felt": once(request, felt, PERIODS[period]),
        "gate": gate_now(request),
    }
    return render(request, "flarepath/timeline.html", shown)


def felt(diary: Diary, at: datetime, settings: Settings, days: int) -> dict[str, Any]:
    """Where it was felt in that time.

    Args:
        diary: of the person.
        at: its end.
        settings: none of them counts here.
        days: how many days it shows.
    """
    del settings
    return show.felt(diary, at, days)


@login_not_required
@require_GET
def figure(request: HttpRequest) -> HttpResponse:
    """The body map, for a form that asks where; nothing of a person is in it."""
    return render(request, "flarepath/figure.html", {"views": show.figure()})


@require_GET
def chart(request: HttpRequest) -> HttpResponse:
    """The timeline as a picture."""
    days, width = PERIODS.get(request.GET.get("period", ""), 30), WIDTHS.get(request.GET.get("width", ""), 340)
    return HttpResponse(once(request, timeline_svg, days, width), content_type="image/svg+xml")


@require_GET
def kept_chart(request: HttpRequest) -> HttpResponse:
    """The timeline as a file to keep, which can be moved and asked for its values; never shown as a page of the app."""
    days = PERIODS.get(request.GET.get("period", ""), 30)
    response = HttpResponse(once(request, timeline_html, days, WIDTHS["wide"]), content_type="text/html; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="flarepath-days.html"'
    return response


@require_GET
def entries(request: HttpRequest, day: str) -> HttpResponse:
    """Everything that was written down on one day."""
    begin = _begin(request, day)
    rows = entries_between(opened(request), begin, begin + timedelta(days=1))
    shown = {
        "rows": [show.entry(name, entry) for name, entry in rows.items()],
        "day": show.day(day),
        "before": (begin - timedelta(days=1)).date().isoformat(),
        "after": (begin + timedelta(days=1)).date().isoformat(),
    }
    return render(request, "flarepath/entries.html", shown | {"iso": day, "gate": gate_now(request)})


@require_POST
def change(request: HttpRequest, day: str, name: UUID) -> HttpResponse:
    """Correct the number of an entry, or take it back; the old version stays in the file."""
    person, begin = opened(request), _begin(request, day)
    entry = entries_between(person, begin, begin + timedelta(days=1)).get(name)
    if entry is None or not forms.can_change(entry):
        raise Http404
    try:
        if "withdraw" in request.POST:
            withdraw(person, name, recorded_at=now())
        else:
            corrected = forms.corrected(entry, request.POST.get("value", ""))
            if corrected:
                correct(person, name, corrected, recorded_at=now())
    except UnknownId:
        raise Http404 from None
    return redirect("entries", day)


def _begin(request: HttpRequest, day: str) -> datetime:
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    noon = datetime(wanted.year, wanted.month, wanted.day, 12, tzinfo=UTC)
    return datetime.combine(wanted, time(), tzinfo=my_diary(request).local(noon).tzinfo)

"""My data: take it out, bring it in, delete it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath.diary import read, write
from flarepath.store.people import delete as delete_person
from flarepath.store.people import keep_unread, record
from flarepath.web.clock import now
from flarepath.web.me import my_diary, opened

MOST_BYTES = 50_000_000


@require_GET
def data(request: HttpRequest) -> HttpResponse:
    """What there is, and what may be done with it."""
    diary = my_diary(request)
    return render(request, "flarepath/data.html", {"rows": len(diary), "first": diary.first, "last": diary.last})


@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The whole diary as one file, which a spreadsheet cannot run."""
    response = StreamingHttpResponse(write(my_diary(request)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="diary.csv"'
    return response


@require_POST
def bring(request: HttpRequest) -> HttpResponse:
    """Read a diary file; what the diary holds already is not taken twice, bad lines are named."""
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > MOST_BYTES:
        return render(
            request, "flarepath/brought.html", {"refused": "Choose a diary file of at most 50 MB."}, status=400
        )
    found, person = read(file, now=now()), opened(request)
    known = set(my_diary(request).entries)
    fresh = [entry for entry in found.entries if entry not in known]
    record(person, fresh, recorded_at=now())
    keep_unread(person, found.spoiled)
    told = {"read": len(found), "kept": len(fresh), "problems": found.problems[:100], "more": len(found.problems) - 100}
    return render(request, "flarepath/brought.html", told)


@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Delete everything, when the word was typed."""
    if request.POST.get("sure", "").strip().lower() != "delete":
        return redirect("data")
    delete_person(opened(request))
    return redirect("today")

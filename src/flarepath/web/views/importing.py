"""Files of other programs, and diary files: looked at first, then taken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from flarepath.diary import read
from flarepath.store.people import keep_unread, record
from flarepath.web.clock import now
from flarepath.web.me import my_diary, opened

MOST_BYTES = 50_000_000


@require_POST
def bring(request: HttpRequest) -> HttpResponse:
    """Read a diary file; what the diary holds already is not taken twice, bad lines are named."""
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > MOST_BYTES:
        refused = {"refused": "Choose a diary file of at most 50 MB."}
        return render(request, "flarepath/brought.html", refused, status=400)
    found, person = read(file, now=now()), opened(request)
    known = set(my_diary(request).entries)
    fresh = [entry for entry in found.entries if entry not in known]
    record(person, fresh, recorded_at=now())
    keep_unread(person, found.spoiled)
    told = {"read": len(found), "kept": len(fresh), "problems": found.problems[:100], "more": len(found.problems) - 100}
    return render(request, "flarepath/brought.html", told)

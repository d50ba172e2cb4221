"""Files of other programs, and diary files: looked at first, then taken."""

from __future__ import annotations

from typing import IO, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from flarepath import exchange
from flarepath.diary import Diary, read
from flarepath.exercises import EXERCISES
from flarepath.store.people import keep_unread, record
from flarepath.store.waiting import drop, put, waiting
from flarepath.web import show
from flarepath.web.clock import now
from flarepath.web.limits import TOO_BIG
from flarepath.web.me import local_now, my_diary, opened

MOST_BYTES = 50_000_000


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Keep the file and show what would become of it; nothing is written down yet."""
    person, file = opened(request), request.FILES.get("file")
    if request.method == "POST":
        if file is None or (file.size or 0) > MOST_BYTES:
            return render(request, "flarepath/brought.html", {"refused": TOO_BIG}, status=400)
        put(person, file, now=now())
        return redirect("import")
    kept = waiting(person, now=now())
    if kept is None:
        return redirect("data")
    try:
        return render(request, "flarepath/looked.html", _seen(kept, my_diary(request)))
    except exchange.UnreadableFile as why:
        drop(person)
        return render(request, "flarepath/brought.html", {"refused": str(why)}, status=400)


def _seen(file: IO[bytes], diary: Diary) -> dict[str, Any]:
    if exchange.is_log(file):
        log = exchange.read(file, now=local_now(diary))
        unit: exchange.Unit = "kg" if log.needs_unit else ""
        found = exchange.entries(log, diary, unit=unit)
        return show.log(log, exchange.names(log), len(found), len(exchange.fresh(found, diary)))
    brought = read(file, now=now())
    return show.diary_file(brought, len(_new(brought, diary)))


def _new(brought: Diary, diary: Diary) -> list[Any]:
    known = set(diary.entries)
    return [entry for entry in brought.entries if entry not in known]


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Write down what the file says; what the diary holds already is not taken twice."""
    person, diary = opened(request), my_diary(request)
    file = waiting(person, now=now())
    if file is None or "leave" in request.POST:
        drop(person)
        return redirect("data")
    if exchange.is_log(file):
        count = _take_log(request, file, diary)
        if count is None:
            return redirect("import")
    else:
        brought = read(file, now=now())
        count = len(record(person, _new(brought, diary), recorded_at=now()))
        keep_unread(person, brought.spoiled)
    drop(person)
    return render(request, "flarepath/brought.html", {"kept": count})


def _take_log(request: HttpRequest, file: IO[bytes], diary: Diary) -> int | None:
    log = exchange.read(file, now=local_now(diary))
    unit: exchange.Unit = next((each for each in exchange.UNITS if each == request.POST.get("unit")), "")
    if log.needs_unit and not unit:
        return None
    said = {name.said: request.POST.get(f"name.{place}") for place, name in enumerate(exchange.names(log))}
    chosen = {name: one if one in EXERCISES else "" for name, one in said.items() if one is not None}
    found = exchange.fresh(exchange.entries(log, diary, unit=unit, chosen=chosen), diary)
    return len(record(opened(request), found, recorded_at=now()))

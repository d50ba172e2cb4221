"""Why, the verdict, the lessons: the answers of the pure part, shown."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from flarepath import why as answer
from flarepath.body import REGIONS
from flarepath.diary import Entry
from flarepath.errors import NothingToAnswerFrom, UnknownId
from flarepath.lessons import READ_NOTE, read
from flarepath.lessons import lesson as lesson_of
from flarepath.web import show
from flarepath.web.answers import came, careful, explained, judged, learned, once
from flarepath.web.gate import behind as behind_gate
from flarepath.web.me import keep, local_now, my_diary

PERIODS = (2, 6, 12, 26, 52)
"""Weeks that a verdict may be about."""

USUAL_WEEKS = 6


@require_GET
@behind_gate("explain")
def why(request: HttpRequest) -> HttpResponse:
    """Why does it hurt, and what changes? At once; or after the careful calculation, where that is asked for."""
    region, slow = _region(request), "careful" in request.GET
    try:
        found = once(request, careful if slow else explained, region)
    except NothingToAnswerFrom:
        return redirect("today")
    document = answer.document(found)
    shown = {"answer": document, "shown": show.why(document), "gate": found.gate, "region": region, "careful": slow}
    return render(request, "flarepath/why.html", shown)


@require_GET
@behind_gate("explain")
def behind(request: HttpRequest) -> HttpResponse:
    """What the page of why asks for when it is there: whether the careful calculation differs, and what came."""
    region = _region(request)
    try:
        slow, quick = (show.why(answer.document(once(request, each, region))) for each in (careful, explained))
    except NothingToAnswerFrom:
        return redirect("today")
    told = show.came(once(request, came, region))
    shown = {"differs": show.gist(slow) != show.gist(quick), "came": told, "region": region}
    return render(request, "flarepath/why_behind.html", shown)


def _region(request: HttpRequest) -> str:
    asked = request.GET.get("region", "")
    return asked if asked in REGIONS else ""


@require_GET
@behind_gate("explain")
def verdict(request: HttpRequest) -> HttpResponse:
    """Is the training of a period helping, hurting, or can nobody tell?"""
    asked = request.GET.get("weeks", "")
    weeks = int(asked) if asked.isdecimal() and int(asked) in PERIODS else USUAL_WEEKS
    try:
        found = once(request, judged, weeks)
    except NothingToAnswerFrom:
        return redirect("today")
    document = answer.verdict_document(found)
    shown = {"verdict": document, "shown": show.verdict(document), "weeks": weeks, "periods": PERIODS}
    return render(request, "flarepath/verdict.html", shown | {"gate": found.gate})


@require_GET
@behind_gate("read")
def learn(request: HttpRequest) -> HttpResponse:
    """What the own flare-ups taught, and what to read."""
    try:
        found = once(request, learned)
    except NothingToAnswerFrom:
        return redirect("today")
    return render(request, "flarepath/learn.html", {"learn": answer.learning_document(found), "gate": found.gate})


@require_http_methods(["GET", "POST"])
@behind_gate("read")
def lesson(request: HttpRequest, name: str) -> HttpResponse:
    """One lesson; it counts as read when the person says so, because looking writes nothing down."""
    try:
        found = lesson_of(name)
    except UnknownId:
        raise Http404 from None
    diary = my_diary(request)
    is_read = name in read(diary)
    if request.method == "POST":
        keep(request, [] if is_read else [Entry(local_now(diary), "note", READ_NOTE, word=name)])
        return redirect("learn")
    return render(request, "flarepath/lesson.html", {"lesson": answer.lesson_document(found), "is_read": is_read})

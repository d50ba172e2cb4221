"""The week, one session of it, and what was done."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath import why
from flarepath.body import MUSCLES
from flarepath.diary import Entry
from flarepath.errors import NothingToAnswerFrom, UnknownId
from flarepath.exercises import EXERCISES, Wish, swaps
from flarepath.plan import NOTE, Allowed
from flarepath.web import forms, show
from flarepath.web.answers import once, week
from flarepath.web.gate import behind, gate_now, permitted
from flarepath.web.me import keep, local_now, my_diary
from flarepath.web.sent import moment, onward

SAID = ("accept", "refuse", "change")
MOST_REASON = 500


@require_GET
@behind("move")
def plan(request: HttpRequest) -> HttpResponse:
    """The week and what changes in it."""
    try:
        found = once(request, week)
    except NothingToAnswerFrom:
        return redirect("today")
    document, changes = why.weekly_document(found), found.training.changes if found.training else ()
    shown = show.week(document, firm=frozenset(each.id for each in changes if each.is_firm))
    return render(request, "flarepath/plan.html", {"week": document, "shown": shown, "gate": found.gate})


@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Keep a yes, a no, or another exercise instead, with the reason."""
    sent = {key: value[:MOST_REASON].strip() for key, value in request.POST.dict().items()}
    if sent.get("change") and sent.get("said") in SAID:
        details = (("id", sent["change"]), ("reason", sent.get("reason", "")), ("instead", sent.get("instead", "")))
        kept = tuple((key, value) for key, value in details if value)
        keep(request, [Entry(local_now(my_diary(request)), "note", NOTE, word=sent["said"], detail=kept)])
    return redirect("plan")


@require_GET
@behind("move")
def session(request: HttpRequest, day: str, place: int) -> HttpResponse:
    """One thing of a session at a time, with its dose, a timer and how it should feel."""
    try:
        found = once(request, week)
    except NothingToAnswerFrom:
        return redirect("today")
    planned = show.session(why.weekly_document(found), day)
    if planned is None:
        return redirect("plan")
    if place >= len(planned["items"]):
        return render(request, "flarepath/session_done.html", {"session": planned})
    shown = show.step(planned, place, instead=request.GET.get("instead", ""))
    # The week may be some minutes old; what was told since then stops the step.
    words = {"felt": forms.FELT_WORDS, "muscles": MUSCLES.values(), "gate": gate_now(request)}
    words |= _limits(permitted(request), shown["item"])
    words |= {"efforts": range(11), "forms": range(1, 6)}
    return render(request, "flarepath/session.html", shown | words)


def _limits(may: Allowed, item: dict[str, Any]) -> dict[str, Any]:
    known = EXERCISES.get(item["id"])
    return {"stopped": show.stopped(may, item), "most": show.most(may, known) if known else []}


@require_GET
@behind("move")
def swap(request: HttpRequest, name: str) -> HttpResponse:
    """Other exercises for the same muscles, in the middle of a session."""
    try:
        found = once(request, week)
        may, side = permitted(request), request.GET.get("side", "")
        offered = swaps(name, Wish(hurts=found.region), allows=lambda each: show.fits(may, each, side))
    except UnknownId:
        raise Http404 from None
    except NothingToAnswerFrom:
        return redirect("library")
    place = request.GET.get("place", "")
    fitting = [(each, show.most(may, each.exercise)) for each in offered]
    shown = {"exercise": EXERCISES[name], "swaps": fitting, "gate": gate_now(request)}
    shown |= {"place": place if place.isdecimal() else 0, "day": show.iso_day(request.GET.get("day", ""))}
    return render(request, "flarepath/swap.html", shown)


@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """Write down one thing that was done, and go on with the next."""
    sent = request.POST.dict()
    keep(request, forms.done(sent, moment(request, my_diary(request))))
    day, place = show.iso_day(sent.get("day", "")), sent.get("place", "")
    return onward(request, "session", day, int(place) + 1) if day and place.isdecimal() else onward(request, "plan")

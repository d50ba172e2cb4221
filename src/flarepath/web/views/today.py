"""The first page: how it is now, what today holds; and the welcome of the first start."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath import why
from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.questionnaires import QUESTIONNAIRES, due
from flarepath.store.models import Person
from flarepath.web import demo, forms, show
from flarepath.web.answers import explained, once, week
from flarepath.web.gate import gate_now
from flarepath.web.me import account_of, keep, local_now, me, my_diary
from flarepath.web.sent import moment, onward

QUIET = ("crisis", "parent")
"""The cards beside which nothing else is asked or shown; in an emergency what is felt can still be written down."""


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The check-in and the day; before the first start the welcome."""
    if me(request) is None:
        return render(request, "flarepath/welcome.html")
    diary = my_diary(request)
    at = local_now(diary)
    shown = {"kept": "kept" in request.GET, "nights": forms.NIGHTS} | _form(diary, at) | _day(request, diary, at)
    return render(request, "flarepath/today.html", shown)


def _form(diary: Diary, at: datetime) -> dict[str, Any]:
    asked = [(forms.key_of(outcome), show.outcome(outcome)) for outcome in forms.places(diary, at)]
    return {"places": asked, "regions": REGIONS.values(), "points": range(11), "told": forms.told_today(diary, at)}


def _day(request: HttpRequest, diary: Diary, at: datetime) -> dict[str, Any]:
    gate = gate_now(request)
    shown = {"gate": gate, "quiet": gate.card in QUIET, "left": len(show.open_pages(gate))}
    try:
        answer, weekly = once(request, explained), once(request, week)
    except NothingToAnswerFrom:
        return shown
    asked = due(diary, at=at, flared=answer.flare is not None)
    questions = [QUESTIONNAIRES[each.questionnaire] for each in asked if each.questionnaire != forms.DAILY]
    day = show.today(why.document(answer), why.weekly_document(weekly), at) if gate.may_move else {}
    return shown | {"flare": answer.flare, "day": day, "due": questions[:1]}


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Make the own diary, or open the demo; then where it hurts."""
    account = account_of(request)
    if request.POST.get("as") == "demo":
        demo.begin(account)
        return redirect("why")
    Person.objects.filter(is_demo=True, account_id=account).delete()
    if not Person.objects.filter(is_demo=False, account_id=account).exists():
        Person.objects.create(account_id=account)
    return redirect("start")


@require_POST
def checkin(request: HttpRequest) -> HttpResponse:
    """Write down how it is."""
    keep(request, forms.checkin(request.POST.dict(), moment(request, my_diary(request))))
    return onward(request, "/?kept")

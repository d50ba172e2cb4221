"""The flare-up at 2 a.m.: where and how much, the ten danger questions, and one thing for now."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.safety import QUESTIONS, Gate, help_numbers, night_steps
from flarepath.web import forms, show
from flarepath.web.answers import explained, once
from flarepath.web.me import keep, local_now, my_diary
from flarepath.web.sent import moment, onward
from flarepath.web.views.gate import gate_of
from flarepath.why import Screened

CHILD = "e15"


@require_http_methods(["GET", "POST"])
def flare(request: HttpRequest) -> HttpResponse:
    """Where it flares up, and how much."""
    diary = my_diary(request)
    at = local_now(diary)
    if request.method == "POST":
        keep(request, forms.flared(request.POST.dict(), moment(request, diary)))
        return onward(request, "flare_check")
    places = [(forms.key_of(outcome), show.outcome(outcome)) for outcome in forms.places(diary, at)]
    return render(request, "flarepath/flare.html", {"places": places, "regions": REGIONS.values(), "points": range(11)})


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The danger questions on one page; answers that still count are not asked again, unless wanted."""
    diary = my_diary(request)
    if request.method == "POST":
        keep(request, forms.replies_there(request.POST.dict(), moment(request, diary)))
        return onward(request, "flare_now")
    found = gate_of(diary, local_now(diary))
    if found.gate.short_answered and "again" not in request.GET:
        return redirect("flare_now")
    asked = [each for each in QUESTIONS.values() if each.starred or (each.id == CHILD and found.gate.minor)]
    return render(request, "flarepath/flare_check.html", {"page": asked, "there": found})


@require_http_methods(["GET"])
def now(request: HttpRequest) -> HttpResponse:
    """What the gate says; where nothing stands in the way, one sentence from the own history and one thing for now."""
    diary = my_diary(request)
    at = local_now(diary)
    found = gate_of(diary, at)
    shown = {"gate": found.gate, "card": card(found, diary, at), "answer": None}
    if found.gate.level in ("clear", "next_visit"):
        try:
            shown["answer"] = once(request, explained)
        except NothingToAnswerFrom:
            shown["answer"] = None
    return render(request, "flarepath/flare_now.html", shown)


def card(found: Screened, diary: Diary, at: datetime) -> tuple[str, ...]:
    """Position, breath, light move and morning check; nothing where the gate has something else to say.

    Args:
        found: what the gate says.
        diary: whose country names the emergency number.
        at: the moment.
    """
    fact = diary.fact("country", at=at)
    numbers = help_numbers(fact.word if fact else "")
    steps = tuple(step.format(emergency=numbers.emergency) for step in night_steps(found.region))
    return steps if _lets_through(found.gate, steps) else ()


def _lets_through(gate: Gate, steps: tuple[str, ...]) -> bool:
    # With the short screen answered and the full one never asked the gate itself speaks the card.
    return gate.level in ("clear", "next_visit") or gate.say == " ".join(steps)

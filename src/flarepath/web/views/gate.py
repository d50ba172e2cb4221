"""The safety questions, a page at a time, and whom to call."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from flarepath.diary import Diary
from flarepath.errors import NothingToAnswerFrom
from flarepath.safety import CRISIS, Question, unanswered
from flarepath.safety import screen as gate
from flarepath.web import forms
from flarepath.web.me import keep, local_now, my_diary
from flarepath.why import Screened, screened

PAGE = 6
"""More questions than this on one page are not read."""

GRAVE = frozenset({"emergency"})


@login_not_required
@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    """Whom to call, on every phone at any time."""
    return render(request, "flarepath/help.html")


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest) -> HttpResponse:
    """The next page of open questions; where somebody must be seen, that."""
    diary = my_diary(request)
    at = local_now(diary)
    if request.method == "POST":
        now = gate_of(diary, at)
        none, sent = "none" in request.POST, request.POST.dict()
        keep(request, [*forms.facts(sent, at), *forms.replies(sent, at, region=now.region, side=now.side, none=none)])
        return redirect("screen")
    found = gate_of(diary, at)
    shown = {"gate": found.gate, "page": next_page(found), "ask_facts": diary.fact("birth_year") is None}
    return render(request, "flarepath/screen.html", shown)


def gate_of(diary: Diary, at: datetime) -> Screened:
    """The gate at a moment, of an empty diary too.

    Args:
        diary: entries up to `at`.
        at: the moment.
    """
    try:
        return screened(diary, at=at)
    except NothingToAnswerFrom:
        return Screened(at, "", "", gate(Diary(), at=at), {})


def next_page(found: Screened) -> list[Question]:
    """The open questions to ask next: the short screen first, then one area of the body at a time; none in a crisis.

    Args:
        found: what the gate says.
    """
    if found.gate.level in GRAVE or any(f.id in CRISIS and f.answer == "yes" for f in found.gate.findings):
        return []
    missing = unanswered(found.gate)
    starred = [question for question in missing if question.starred]
    if starred:
        return starred[: PAGE - 1]
    return [question for question in missing if question.area == missing[0].area][:PAGE] if missing else []

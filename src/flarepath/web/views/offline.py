"""What a phone needs to go on without a network: the page, the worker that keeps it, and the rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET

from flarepath.body import REGIONS
from flarepath.diary import Diary
from flarepath.safety import PAGES, QUESTIONS, offline_rules
from flarepath.web import forms, show
from flarepath.web.answers import once
from flarepath.web.me import opened
from flarepath.web.show.history import history
from flarepath.why import Settings


@login_not_required
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The page without a network; nothing of a person is in it."""
    shown: dict[str, Any] = {"person": None, "regions": REGIONS.values(), "points": range(11), "nights": forms.NIGHTS}
    starred = [question for question in QUESTIONS.values() if question.starred]
    shown |= {"questions": starred, "danger": PAGES["danger"], "mind": PAGES["mind"]}
    return render(request, "flarepath/offline.html", shown)


@login_not_required
@require_GET
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """The service worker, from the root because it looks after every page."""
    found = finders.find("flarepath/worker.js")
    if found is None:
        raise Http404
    return HttpResponse(Path(found).read_bytes(), content_type="text/javascript; charset=utf-8")


@require_GET
def rules(request: HttpRequest) -> JsonResponse:
    """What the phone keeps for the next time: whose it is, the known places, the rules of the danger questions."""
    told = once(request, for_phone)
    return JsonResponse(told | {"person": str(opened(request).pk), "token": get_token(request)})


def for_phone(diary: Diary, at: datetime, settings: Settings) -> dict[str, Any]:
    """The known places, the rules, and how earlier flare-ups of each place went by.

    Nothing of an answer is kept for the time without a network: what was near its usual then may not be so now.

    Args:
        diary: of the person.
        at: the moment.
        settings: the person's numbers; the danger questions have none that can be changed.
    """
    del settings
    places = [(forms.key_of(outcome), show.outcome(outcome)) for outcome in forms.places(diary.until(at), at)]
    return {"places": places, "rules": offline_rules(diary, at=at), "history": history(diary, at)}

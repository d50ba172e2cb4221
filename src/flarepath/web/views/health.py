"""All answers to the safety questions: looked at, changed one by one, taken back as a slip, settled by a visit."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from flarepath.body import REGIONS
from flarepath.diary import Entry
from flarepath.safety import CRISIS, QUESTIONS, SafetyFinding
from flarepath.web import show
from flarepath.web.gate import gate_now
from flarepath.web.me import keep, local_now, my_diary
from flarepath.web.replies import WORDS, Asked, visited
from flarepath.web.sent import place_of
from flarepath.web.taken_back import change, standing


@require_GET
def all_answers(request: HttpRequest) -> HttpResponse:
    """Every question with its newest answer, place and date; each can be changed."""
    gate = gate_now(request)
    shown = {"answered": show.all_answers(gate, my_diary(request)), "gate": gate}
    return render(request, "flarepath/answers.html", shown)


@require_http_methods(["GET", "POST"])
def one_answer(request: HttpRequest, name: str) -> HttpResponse:
    """One question in full words; a yes that was a slip is taken back together with the new answer, never before."""
    about = _about(request, name)
    word = WORDS.get(request.POST.get("word", ""))
    if request.method == "POST" and word:
        change(request, about, word)
        return redirect(_back(request))
    diary = my_diary(request)
    shown: dict[str, Any] = {"question": about.question, "at": request.GET.get("at", ""), "then": _then(request)}
    shown |= {"slip": "slip" in request.GET, "stands": bool(standing(diary, about, local_now(diary)))}
    shown |= {"where": show.place(about.region, about.side), "missed": request.method == "POST"}
    return render(request, "flarepath/one_answer.html", shown)


@require_http_methods(["GET", "POST"])
def seen(request: HttpRequest, name: str) -> HttpResponse:
    """Who looked at it, when, and what was said; only "go on" opens again what the answer has closed."""
    finding, diary = _finding(request, name), my_diary(request)
    entries, wrong = _visit(request, name) if request.method == "POST" else ([], [])
    if entries:
        keep(request, entries)
        return redirect("screen")
    shown: dict[str, Any] = {"card": show.card(finding, diary), "wrong": wrong, "crisis": name in CRISIS}
    today = local_now(diary).date().isoformat()
    return render(request, "flarepath/seen.html", shown | {"today": today, "sent": request.POST})


def _visit(request: HttpRequest, name: str) -> tuple[list[Entry], list[str]]:
    now = local_now(my_diary(request))
    answered_at = _finding(request, name).answered_at or now
    return visited(request.POST.dict(), _about(request, name), answered_at, now)


def _about(request: HttpRequest, name: str) -> Asked:
    if name not in QUESTIONS:
        raise Http404
    region, side = place_of(request)
    return Asked(QUESTIONS[name], region, side)


def _finding(request: HttpRequest, name: str) -> SafetyFinding:
    """The answer that stands to a question."""
    found = next((each for each in gate_now(request).findings if each.id == name and each.tier), None)
    if found is None:
        raise Http404
    return found


def _then(request: HttpRequest) -> str:
    wanted = request.POST.get("then", "") or request.GET.get("then", "")
    return wanted if wanted in ("answers", "flare") else "screen"


def _back(request: HttpRequest) -> str:
    """Where the person came from."""
    at = request.GET.get("at", "")
    where = f"?at={at}" if at.partition(".")[0] in REGIONS else ""
    ways = {"answers": reverse("all_answers"), "flare": reverse("flare_now") + where, "screen": reverse("screen")}
    return ways[_then(request)]

"""Home tests with their timers, short questionnaires, and the matrix of muscles."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from flarepath.diary import Diary
from flarepath.exercises import LABEL_MEANS, TESTS, Cell, matrix
from flarepath.questionnaires import QUESTIONNAIRES, all_scores
from flarepath.web import forms, show
from flarepath.web.answers import once
from flarepath.web.gate import behind, gate_now, permitted
from flarepath.web.me import keep, local_now, my_diary
from flarepath.why import Settings


@require_GET
@behind("read")
def tests(request: HttpRequest) -> HttpResponse:
    """Every home test, with the newest own result, and the questionnaires."""
    diary = my_diary(request)
    scores = {name: found[-1] for name, found in all_scores(diary).items() if found}
    asked = [(each, scores.get(name)) for name, each in QUESTIONNAIRES.items() if name != forms.DAILY]
    shown = {"groups": show.tests(diary, permitted(request)), "questionnaires": asked, "gate": gate_now(request)}
    return render(request, "flarepath/tests.html", shown)


@require_http_methods(["GET", "POST"])
@behind("move")
def test(request: HttpRequest, name: str) -> HttpResponse:
    """One home test: the steps, a timer where time is counted, the result of each side; or why it is not for now."""
    if name not in TESTS:
        raise Http404
    diary = my_diary(request)
    if request.method == "POST":
        keep(request, forms.tested(request.POST.dict() | {"test": name}, local_now(diary)))
        return redirect("test", name)
    shown = {"test": TESTS[name], "results": show.results(diary, name), "label_means": LABEL_MEANS}
    shown |= {"may": show.may(permitted(request), TESTS[name]), "gate": gate_now(request)}
    return render(request, "flarepath/test.html", shown)


@require_http_methods(["GET", "POST"])
@behind("read")
def questions(request: HttpRequest, name: str) -> HttpResponse:
    """One short questionnaire; what its score means, once it was answered."""
    if name not in QUESTIONNAIRES or name == forms.DAILY:
        raise Http404
    diary, about = my_diary(request), QUESTIONNAIRES[name]
    if request.method == "POST":
        keep(request, forms.asked(request.POST.dict(), about, local_now(diary)))
        return redirect("questions", name)
    shown = {
        "about": about,
        "rows": show.asked(about),
        "points": show.scale(about),
        "scores": all_scores(diary).get(name, ()),
    }
    return render(request, "flarepath/questions.html", shown)


@require_GET
@behind("read")
def muscles(request: HttpRequest) -> HttpResponse:
    """The matrix: each muscle on each side in each part of its range."""
    return render(request, "flarepath/matrix.html", {"rows": show.matrix(once(request, cells))})


def cells(diary: Diary, at: datetime, settings: Settings) -> tuple[Cell, ...]:
    """The matrix of a diary.

    Args:
        diary: of the person.
        at: now.
        settings: the person's numbers; the matrix uses none of them.
    """
    del settings
    return matrix(diary, at=at)

"""Why, the plan, the lessons: the answers of the pure part, shown."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath import why as answer
from flarepath.diary import Entry
from flarepath.errors import NothingToAnswerFrom, UnknownId
from flarepath.lessons import READ_NOTE
from flarepath.lessons import lesson as lesson_of
from flarepath.plan import NOTE
from flarepath.web import forms, show
from flarepath.web.me import keep, local_now, my_diary

SAID = ("accept", "refuse")


@require_GET
def why(request: HttpRequest) -> HttpResponse:
    """Why does it hurt, and what changes?"""
    diary = my_diary(request)
    try:
        found = answer.explain(diary, at=local_now(diary), region=request.GET.get("region", ""))
    except (NothingToAnswerFrom, UnknownId):
        return redirect("today")
    document = answer.document(found)
    return render(request, "flarepath/why.html", {"answer": document, "shown": show.why(document), "gate": found.gate})


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """The week and what changes in it."""
    diary = my_diary(request)
    try:
        found = answer.weekly(diary, at=local_now(diary))
    except NothingToAnswerFrom:
        return redirect("today")
    document = answer.weekly_document(found)
    shown = {"week": document, "shown": show.week(document), "gate": found.gate, "done": "done" in request.GET}
    return render(request, "flarepath/plan.html", shown)


@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """Write down one exercise of the session."""
    keep(request, forms.done(request.POST.dict(), local_now(my_diary(request))))
    return redirect("/plan?done")


@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Keep a yes or a no to a change."""
    change, said = request.POST.get("change", "")[:200], request.POST.get("said", "")
    if change and said in SAID:
        details = (("id", change), ("reason", request.POST.get("reason", "")[:500]))
        kept = tuple((key, value) for key, value in details if value)
        keep(request, [Entry(local_now(my_diary(request)), "note", NOTE, word=said, detail=kept)])
    return redirect("plan")


@require_GET
def learn(request: HttpRequest) -> HttpResponse:
    """What the own flare-ups taught, and what to read."""
    diary = my_diary(request)
    try:
        found = answer.learn(diary, at=local_now(diary))
    except NothingToAnswerFrom:
        return redirect("today")
    return render(request, "flarepath/learn.html", {"learn": answer.learning_document(found), "gate": found.gate})


@require_GET
def lesson(request: HttpRequest, name: str) -> HttpResponse:
    """One lesson; it counts as read."""
    try:
        found = lesson_of(name)
    except UnknownId:
        raise Http404 from None
    diary = my_diary(request)
    keep(request, [Entry(local_now(diary), "note", READ_NOTE, word=name)])
    return render(request, "flarepath/lesson.html", {"lesson": answer.lesson_document(found)})

"""The exercise library: search as people type, one exercise with its pictures and lengths, the pictures themselves."""

from __future__ import annotations

from importlib.resources import files

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from flarepath.body import MUSCLES
from flarepath.exercises import EQUIPMENT, EXERCISES, exercise_document, pictures, swaps
from flarepath.web import show
from flarepath.web.gate import behind, gate_now, permitted
from flarepath.web.shelf import MOST_SHOWN, Wanted, found

TYPES = {"svg": "image/svg+xml", "webp": "image/webp"}
A_WEEK = 7 * 86_400


@require_GET
@behind("read")
def library(request: HttpRequest) -> HttpResponse:
    """The exercises that fit what is typed and chosen; the list alone where the page asks while somebody types."""
    asked = request.GET
    wanted = Wanted(asked.get("q", "")[:100], asked.get("muscle", ""), asked.get("zone", ""), asked.get("tool", ""))
    fitting = found(wanted)
    shown = {"found": fitting[:MOST_SHOWN], "count": len(fitting), "most": MOST_SHOWN, "wanted": wanted}
    if request.headers.get("HX-Request"):
        return render(request, "flarepath/library_list.html", shown)
    shelves = {"muscles": MUSCLES.values(), "tools": sorted(EQUIPMENT), "all": len(EXERCISES)}
    return render(request, "flarepath/library.html", shown | shelves)


@require_GET
@behind("move")
def exercise(request: HttpRequest, name: str) -> HttpResponse:
    """One exercise: how, what it works, in which part of each muscle's range; or why it is not for this person now."""
    if name not in EXERCISES:
        raise Http404
    known, may = EXERCISES[name], permitted(request)
    shown = {
        "exercise": show.exercise(exercise_document(known)),
        "swaps": swaps(name, allows=lambda each: show.fits(may, each)),
        "may": show.may(may, known),
        "most": show.most(may, known),
        "gate": gate_now(request),
    }
    return render(request, "flarepath/exercise.html", shown)


@login_not_required
@require_GET
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """One picture of the library; no other file can be asked for."""
    stem, _, ending = name.rpartition(".")
    if name not in pictures(stem.rstrip("0123456789").removesuffix("_")) and name not in pictures(stem):
        raise Http404(request.path)
    folder = files("flarepath.exercises").joinpath("pictures")
    response = HttpResponse(folder.joinpath(name).read_bytes(), content_type=TYPES[ending])
    response["Cache-Control"] = f"public, max-age={A_WEEK}"
    return response

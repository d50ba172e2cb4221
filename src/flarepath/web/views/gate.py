"""The danger lines and the health check, a page at a time, and whom to call."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from flarepath.safety import COUNTRY_NAMES, PAGES, Gate
from flarepath.web import facts, show
from flarepath.web.gate import fresh_gate, gate_now
from flarepath.web.me import keep, local_now, my_diary
from flarepath.web.replies import replies

CLOSED = ("emergency", "parent")
"""Before these nothing else is asked, until the person wants to go on."""


@login_not_required
@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    """Whom to call, on every phone at any time."""
    return render(request, "flarepath/help.html")


@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest) -> HttpResponse:
    """The next page of open questions; where somebody must be seen, that first."""
    if request.method == "POST":
        return _kept(request, "")
    gate = gate_now(request)
    pages = _open(gate)
    if not pages or (gate.card in CLOSED and "on" not in request.GET):
        return render(request, "flarepath/screen.html", {"gate": gate, "goes_on": bool(pages)})
    return _page(request, pages[0])


@require_http_methods(["GET", "POST"])
def screen_page(request: HttpRequest, name: str) -> HttpResponse:
    """One page: what is open on it, or with `again` all of it; what was tapped with its card."""
    if name not in PAGES:
        raise Http404
    if gate_now(request).crisis:
        return redirect("screen")
    return _kept(request, name) if request.method == "POST" else _page(request, name)


def _open(gate: Gate) -> list[str]:
    """The open pages; none in a crisis, and below 18 only those that cannot wait."""
    pages = [] if gate.crisis else show.open_pages(gate)
    return [name for name in pages if not gate.minor or PAGES[name].kind in ("danger", "mind", "parent")]


def _page(request: HttpRequest, name: str, told: facts.Told | None = None) -> HttpResponse:
    gate, diary = gate_now(request), my_diary(request)
    again = "again" in request.GET or "again" in request.POST
    shown = {
        "page": show.page(gate, name, diary, again=again),
        "gate": gate,
        "again": again,
        "answer": "unsure" if "unsure" in request.GET else "yes",
        "lights": show.lights(gate, name),
        "back": show.before(gate, name),
        "next": _after(gate, name, again=again),
        "action": reverse("screen_page", args=[name]),
    }
    if PAGES[name].kind == "facts":
        shown |= facts_shown(request, told)
    return render(request, "flarepath/lines.html", shown)


def facts_shown(request: HttpRequest, told: facts.Told | None = None) -> dict[str, Any]:
    """The lines and fields on the person, as they stand or as they were sent.

    Args:
        request: who asks.
        told: of the form that could not be kept.
    """
    diary = my_diary(request)
    sent = request.POST.dict() if told else None
    wrong = told.wrong if told else {}
    shown: dict[str, Any] = {"form": facts.shown(diary, local_now(diary), sent, wrong), "wrong": wrong}
    return shown | {"countries": COUNTRY_NAMES.items(), "zones": facts.zones(), "regions": show.regions()}


def _kept(request: HttpRequest, name: str) -> HttpResponse:
    """Write the page down at once, and go where it leads."""
    diary, sent = my_diary(request), request.POST.dict()
    at = local_now(diary)
    told = facts.told(sent, diary, at)
    if told.wrong:
        return _page(request, name or "facts", told)
    said = list(replies(sent, at))
    keep(request, [*told.entries, *said])
    gate, again = fresh_gate(request), "again" in request.POST
    told_of = [entry.what for entry in said if entry.word != "no"]
    if name and told_of and not gate.crisis:
        return redirect(reverse("screen_page", args=[name]) + ("?again" if again else "") + f"#card-{told_of[0]}")
    return redirect(_after(gate, name, again=again))


def _after(gate: Gate, name: str, *, again: bool) -> str:
    """Where a page leads: to the next of all, to the next open one, or to Today when the first ones are done."""
    if again and name:
        follows = show.after(gate, name)
        return reverse("screen_page", args=[follows]) + "?again" if follows else reverse("all_answers")
    is_first = name in PAGES and PAGES[name].kind in show.FIRST
    waits = any(gate.minor or PAGES[each].kind in show.FIRST for each in _open(gate))
    if is_first and not gate.full_ever and not waits:
        return reverse("today")
    return reverse("screen") + "?on"

"""The flare-up at 2 a.m.: where and how much, the danger lines that are open for that place, and one thing for now."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from flarepath import why
from flarepath.body import REGIONS
from flarepath.errors import NothingToAnswerFrom
from flarepath.quantities import Side
from flarepath.safety import Gate, help_numbers, night_steps, screen, speaking_against
from flarepath.store.people import chosen
from flarepath.web import forms, show
from flarepath.web.answers import explained, once
from flarepath.web.me import keep, local_now, my_diary, opened
from flarepath.web.replies import replies
from flarepath.web.sent import moment, onward, place_of
from flarepath.web.views.start import missing

Where = tuple[str, Side]

SHUT = ("crisis", "emergency", "parent", "same_day")
"""The cards that stand alone at night too."""


@require_http_methods(["GET", "POST"])
def flare(request: HttpRequest) -> HttpResponse:
    """Where it flares up, and how much; what is missing is asked for again with what was told."""
    diary = my_diary(request)
    at = local_now(diary)
    if request.method == "POST":
        return _flared(request)
    places = [(forms.key_of(outcome), show.outcome(outcome)) for outcome in forms.places(diary, at)]
    shown = {"places": places, "regions": REGIONS.values(), "points": range(11), "sent": request.GET}
    return render(
        request, "flarepath/flare.html", shown | {"wrong": missing(request.GET.dict()) if request.GET else {}}
    )


def _flared(request: HttpRequest) -> HttpResponse:
    sent = request.POST.dict()
    lacks = missing(sent)
    if lacks and "skip" not in sent:
        kept = {key: sent.get(key, "") for key in ("known", "new_place", "new_side", "points")}
        return onward(request, f"{reverse('flare')}?{urlencode(kept)}")
    keep(request, forms.flared(sent, moment(request, my_diary(request))))
    _, region, side = forms.flared_place(sent)
    return onward(request, address("flare_now" if "skip" in sent else "flare_check", region, side))


def address(page: str, region: str, side: Side) -> str:
    """The address of a flare-up's page, with the place that it is about.

    Args:
        page: its name.
        region: a region id, or empty.
        side: its side.
    """
    return reverse(page) + (f"?{urlencode({'at': f'{region}.{side}'})}" if region else "")


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The danger lines that are open for the place, then the one about the person; answers that count are not asked."""
    diary, (region, side) = my_diary(request), place_of(request)
    if request.method == "POST":
        keep(request, replies(request.POST.dict(), moment(request, diary)))
        return onward(request, address("flare_check", *_sent_place(request)))
    gate = gate_at(request, (region, side))
    page = show.flare_page(gate, diary, (region, side), again="again" in request.GET)
    if page is None or gate.card in ("crisis", "parent"):
        return redirect(address("flare_now", region, side))
    shown = {"page": page, "gate": gate, "where": show.place(region, side), "region": region, "side": side}
    shown |= {"action": address("flare_check", region, side), "answer": "unsure" if "unsure" in request.GET else "yes"}
    return render(
        request, "flarepath/flare_check.html", shown | {"then": "flare", "at": f"{region}.{side}" if region else ""}
    )


def _sent_place(request: HttpRequest) -> Where:
    region = request.POST.get("region", "")
    return (region, forms.side_of(request.POST.get("side", ""))) if region in REGIONS else place_of(request)


@require_http_methods(["GET"])
def now(request: HttpRequest) -> HttpResponse:
    """What the gate says; where nothing stands in the way, one thing for now, without a move where that could harm."""
    where = place_of(request)
    gate = gate_at(request, where)
    unasked = bool(show.unasked(gate)) or bool(gate.repairs)
    shown = {"gate": gate, "unasked": unasked, "at": ".".join(where) if where[0] else "", "where": show.place(*where)}
    shown |= {"steps": [] if gate.card in SHUT else _steps(request, where, still=unasked or gate.card == "days")}
    return render(
        request, "flarepath/flare_now.html", shown | {"line": "" if unasked else _line(request, gate, where[0])}
    )


def gate_at(request: HttpRequest, where: Where) -> Gate:
    """The gate asked about one place; it is the worst over all the others too.

    Args:
        request: who asks.
        where: region and side, both empty for no place.
    """
    diary = my_diary(request)
    at = local_now(diary)
    try:
        return why.screened(
            diary, at=at, region=where[0], side=where[1], settings=why.settings(chosen(opened(request)))
        ).gate
    except NothingToAnswerFrom:
        return screen(diary, at=at, region=where[0], side=where[1])


def _steps(request: HttpRequest, where: Where, *, still: bool) -> list[str]:
    """Position and breath; the light move and the morning check only where nothing is open and nothing rests."""
    diary = my_diary(request)
    fact = diary.fact("country")
    felt = [each for each in diary.of("pain", "soreness", "tightness") if where[0] in ("", each.where)]
    against = speaking_against(diary, region=where[0], at=local_now(diary))
    steps = night_steps(where[0], points=felt[-1].value or 0.0 if felt else 0.0, against=against)
    words = [step.format(emergency=help_numbers(fact.word if fact else "").emergency) for step in steps]
    return words[:2] if still else words


def _line(request: HttpRequest, gate: Gate, region: str) -> str:
    """The sentence from the own history, about this place alone; empty where nothing may be explained."""
    if not gate.may_explain:
        return ""
    try:
        return str(once(request, explained, region).say)
    except NothingToAnswerFrom:
        return ""

"""The first start: how old, where it hurts and how much, then the danger lines."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from flarepath.body import REGIONS
from flarepath.safety import COUNTRY_NAMES
from flarepath.web import facts, forms
from flarepath.web.me import keep, local_now, my_diary


@login_not_required
@require_GET
def under18(request: HttpRequest) -> HttpResponse:
    """What somebody below 18 reads with a parent; nothing is kept."""
    return render(request, "flarepath/under18.html")


@require_http_methods(["GET", "POST"])
def where(request: HttpRequest) -> HttpResponse:
    """Where it hurts and how much, one place after the other, or nowhere; country and zone on the way."""
    diary, sent = my_diary(request), request.POST.dict()
    at = local_now(diary)
    wrong = {}
    if request.method == "POST":
        told = facts.told(sent, diary, at)
        wrong = dict(told.wrong) | ({} if "nowhere" in sent else missing(sent))
        if not wrong:
            keep(request, [*told.entries, *([] if "nowhere" in sent else forms.flared(sent, at))])
            return redirect("start" if "more" in sent else "screen")
    return render(request, "flarepath/start.html", _shown(request, sent) | {"wrong": wrong})


def missing(sent: dict[str, str]) -> dict[str, str]:
    """A sentence for each thing that a place lacks.

    Args:
        sent: the form.
    """
    wrong = {} if forms.flared_place(sent)[1] else {"new_place": _("Tap the place that hurts, or choose it below.")}
    return wrong | ({} if forms.points_of(sent.get("points", "")) is not None else {"points": _("Tap a number.")})


def _shown(request: HttpRequest, sent: dict[str, str]) -> dict[str, Any]:
    diary = my_diary(request)
    known, zone = diary.fact("country"), diary.fact("timezone")
    guessed = facts.guessed_country(request.headers.get("Accept-Language", ""))
    code = sent.get("country") or (known.word if known else guessed)
    shown: dict[str, Any] = {"countries": COUNTRY_NAMES.items(), "zones": facts.zones(), "regions": REGIONS.values()}
    shown["words"] = {"country": code, "timezone": sent.get("timezone") or (zone.word if zone else "")}
    told = [entry for entry in diary.of("pain") if entry.where]
    return shown | {"country_name": COUNTRY_NAMES.get(code, ""), "points": range(11), "sent": sent, "told": told}

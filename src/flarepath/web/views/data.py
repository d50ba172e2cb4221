"""My data: facts, look, numbers, PIN; take it out, bring it in, correct it, delete it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from flarepath.diary import write
from flarepath.exercises import EQUIPMENT
from flarepath.store.backup import BadBackup, backup, restore
from flarepath.store.people import choose, chosen
from flarepath.store.people import delete as delete_person
from flarepath.web import facts as about_me
from flarepath.web import forms
from flarepath.web.answers import forget
from flarepath.web.clock import now
from flarepath.web.context import THEME, THEMES, UNITS, WEIGHTS
from flarepath.web.limits import TOO_BIG
from flarepath.web.me import account_of, keep, local_now, my_diary, opened
from flarepath.web.numbers import changeable, may_be
from flarepath.web.pin import OPENED
from flarepath.web.views.gate import facts_shown

MOST_BYTES = 50_000_000
YEAR = 365 * 86_400
SHORTEST_PIN = 4


@require_GET
def data(request: HttpRequest) -> HttpResponse:
    """What there is, and what may be done with it."""
    diary = my_diary(request)
    shown: dict[str, Any] = {"rows": len(diary), "first": diary.first, "last": diary.last, "themes": THEMES}
    shown |= {"facts": about_me.summary(diary, local_now(diary))}
    return render(request, "flarepath/data.html", shown | {"pin": opened(request).pin})


@require_http_methods(["GET", "POST"])
def facts(request: HttpRequest) -> HttpResponse:
    """What the person told of themselves, line by line; what cannot be kept is said at its field."""
    diary, sent = my_diary(request), request.POST.dict()
    told = about_me.told(sent, diary, local_now(diary))
    if request.method == "POST" and not told.wrong:
        sent |= {"equipment": "+".join(request.POST.getlist("equipment"))}
        keep(request, [*told.entries, *forms.told(sent, local_now(diary))])
        return redirect("data")
    shown = facts_shown(request, told if told.wrong else None) | {"tools": sorted(EQUIPMENT), "sent": sent}
    return render(request, "flarepath/about_me.html", shown)


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Light, dark, dim, or as the machine has it; kilograms or pounds."""
    response = redirect("data")
    for name, words in ((THEME, THEMES), (WEIGHTS, UNITS)):
        wanted = request.POST.get(name, "")
        if wanted in words:
            response.set_cookie(name, wanted, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Put a PIN before the diary, or take it away with an empty one."""
    person, pin = opened(request), request.POST.get("pin", "")
    if not pin or len(pin) >= SHORTEST_PIN:
        person.pin = make_password(pin) if pin else ""
        person.save(update_fields=["pin"])
        request.session[OPENED] = person.pin
    return redirect("data")


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """Every number that may be changed, with why it is so and where it comes from."""
    return render(request, "flarepath/numbers.html", {"parts": changeable(chosen(opened(request)))})


@require_POST
def number(request: HttpRequest) -> HttpResponse:
    """Set one number to another value, or back."""
    name, text = request.POST.get("name", ""), request.POST.get("value", "")
    if "back" in request.POST or may_be(name, text):
        choose(opened(request), name, None if "back" in request.POST else float(text.replace(",", ".")))
    return redirect("numbers")


@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The whole diary as one file, which a spreadsheet cannot run."""
    return _file(write(my_diary(request)), "diary.csv", "text/csv; charset=utf-8")


@require_GET
def back_up(request: HttpRequest) -> StreamingHttpResponse:
    """Every version of every entry as one file."""
    return _file(backup(opened(request), now()), "flarepath.backup", "application/gzip")


def _file(pieces: object, name: str, kind: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=kind)  # type: ignore[arg-type]  # text or bytes, Django takes both
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Bring a backup back; what the diary holds already is not taken twice."""
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > MOST_BYTES:
        return render(request, "flarepath/brought.html", {"refused": TOO_BIG}, status=400)
    try:
        count = restore(opened(request), file)
    except BadBackup as error:
        return render(request, "flarepath/brought.html", {"refused": str(error)}, status=400)
    return render(request, "flarepath/brought.html", {"restored": count})


@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Delete everything, the login too, when the word was typed."""
    if request.POST.get("sure", "").strip().lower() != "delete":
        return redirect("data")
    person = opened(request)
    forget(person.pk)
    delete_person(person)
    account = account_of(request)
    logout(request)
    if account is not None:
        User.objects.filter(pk=account).delete()
    return redirect("today")

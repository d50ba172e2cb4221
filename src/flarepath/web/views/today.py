"""The first page: the check-in of today, and the welcome of the first start."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from flarepath.body import REGIONS
from flarepath.store.models import Person
from flarepath.web import demo, forms, show
from flarepath.web.me import account_of, keep, local_now, me, my_diary


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The check-in; before the first start the welcome."""
    if me(request) is None:
        return render(request, "flarepath/welcome.html")
    diary = my_diary(request)
    asked = [(forms.key_of(outcome), show.outcome(outcome)) for outcome in forms.places(diary, local_now(diary))]
    shown = {"places": asked, "regions": REGIONS.values(), "points": range(11), "kept": "kept" in request.GET}
    return render(request, "flarepath/today.html", shown)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Make the own diary, or open the demo; then the safety questions."""
    account = account_of(request)
    if request.POST.get("as") == "demo":
        demo.begin(account)
        return redirect("why")
    Person.objects.filter(is_demo=True, account_id=account).delete()
    Person.objects.get_or_create(is_demo=False, account_id=account)
    return redirect("screen")


@require_POST
def checkin(request: HttpRequest) -> HttpResponse:
    """Write down how it is."""
    keep(request, forms.checkin(request.POST.dict(), local_now(my_diary(request))))
    return redirect("/?kept")

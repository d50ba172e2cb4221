"""The PIN page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from flarepath.web.me import opened
from flarepath.web.pin import tried


@require_http_methods(["GET", "POST"])
def pin(request: HttpRequest) -> HttpResponse:
    """Ask for the PIN, and open the diary in this browser when it is right."""
    person = opened(request)
    if not person.pin or (request.method == "POST" and tried(request, person, request.POST.get("pin", ""))):
        return redirect("today")
    return render(request, "flarepath/pin.html", {"wrong": request.method == "POST"})

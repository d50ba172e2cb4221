"""The page of all pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from flarepath.web.gate import gate_now


@require_GET
def more(request: HttpRequest) -> HttpResponse:
    """Where everything else is."""
    return render(request, "flarepath/more.html", {"accounts": settings.OPTIONS.accounts, "gate": gate_now(request)})

"""Every address of the app."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from flarepath.web.views import answers, data, gate, locks, today

urlpatterns: list[URLPattern | URLResolver] = [
    path("", today.today, name="today"),
    path("begin", today.begin, name="begin"),
    path("checkin", today.checkin, name="checkin"),
    path("pin", locks.pin, name="pin"),
    path("help", gate.help_now, name="help"),
    path("screen", gate.screen, name="screen"),
    path("why", answers.why, name="why"),
    path("plan", answers.plan, name="plan"),
    path("plan/done", answers.done, name="done"),
    path("plan/say", answers.say, name="say"),
    path("learn", answers.learn, name="learn"),
    path("learn/<slug:name>", answers.lesson, name="lesson"),
    path("data", data.data, name="data"),
    path("data/export", data.export, name="export"),
    path("data/import", data.bring, name="import"),
    path("data/delete", data.delete, name="delete"),
]

if settings.OPTIONS.accounts:
    urlpatterns.append(path("accounts/", include("allauth.urls")))

"""Every address of the app."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from flarepath.web.views import (
    answers,
    data,
    days,
    flare,
    gate,
    health,
    importing,
    library,
    locks,
    measuring,
    more,
    offline,
    start,
    training,
)
from flarepath.web.views import report as reports
from flarepath.web.views import today as first

urlpatterns: list[URLPattern | URLResolver] = [
    path("", first.today, name="today"),
    path("begin", first.begin, name="begin"),
    path("checkin", first.checkin, name="checkin"),
    path("pin", locks.pin, name="pin"),
    path("help", gate.help_now, name="help"),
    path("screen", gate.screen, name="screen"),
    path("screen/<slug:name>", gate.screen_page, name="screen_page"),
    path("start", start.where, name="start"),
    path("start/under-18", start.under18, name="under18"),
    path("answers", health.all_answers, name="all_answers"),
    path("answers/<slug:name>", health.one_answer, name="one_answer"),
    path("answers/<slug:name>/seen", health.seen, name="seen"),
    path("offline", offline.page, name="offline"),
    path("worker.js", offline.worker, name="worker"),
    path("rules.json", offline.rules, name="rules"),
    path("figure", days.figure, name="figure"),
    path("flare", flare.flare, name="flare"),
    path("flare/check", flare.check, name="flare_check"),
    path("flare/now", flare.now, name="flare_now"),
    path("why", answers.why, name="why"),
    path("why/behind", answers.behind, name="behind"),
    path("verdict", answers.verdict, name="verdict"),
    path("plan", training.plan, name="plan"),
    path("plan/say", training.say, name="say"),
    path("session/<str:day>/<int:place>", training.session, name="session"),
    path("session/done", training.done, name="done"),
    path("swap/<slug:name>", training.swap, name="swap"),
    path("learn", answers.learn, name="learn"),
    path("learn/<slug:name>", answers.lesson, name="lesson"),
    path("days", days.timeline, name="timeline"),
    path("days/chart.svg", days.chart, name="chart"),
    path("days/chart.html", days.kept_chart, name="kept_chart"),
    path("days/<str:day>", days.entries, name="entries"),
    path("days/<str:day>/<uuid:name>", days.change, name="change"),
    path("exercises", library.library, name="library"),
    path("exercises/<slug:name>", library.exercise, name="exercise"),
    path("pictures/<str:name>", library.picture, name="picture"),
    path("tests", measuring.tests, name="tests"),
    path("tests/<slug:name>", measuring.test, name="test"),
    path("questions/<slug:name>", measuring.questions, name="questions"),
    path("muscles", measuring.muscles, name="muscles"),
    path("report", reports.page, name="report"),
    path("report.pdf", reports.pdf, name="report_pdf"),
    path("more", more.more, name="more"),
    path("data", data.data, name="data"),
    path("data/facts", data.facts, name="facts"),
    path("data/look", data.look, name="look"),
    path("data/pin", data.lock, name="lock"),
    path("data/numbers", data.numbers, name="numbers"),
    path("data/number", data.number, name="number"),
    path("data/export", data.export, name="export"),
    path("data/backup", data.back_up, name="backup"),
    path("data/restore", data.bring_back, name="restore"),
    path("data/import", importing.look, name="import"),
    path("data/import/take", importing.take, name="take"),
    path("data/delete", data.delete, name="delete"),
]

handler400, handler403 = "flarepath.web.faults.refused", "flarepath.web.faults.forbidden"
handler404, handler500 = "flarepath.web.faults.not_there", "flarepath.web.faults.our_fault"

if settings.OPTIONS.accounts:
    # Only with logins is allauth installed, and only then may its views be imported.
    from allauth.account import views as logins

    # Those that need a mail are left out, because no mail goes out of this machine.
    urlpatterns += [
        path("accounts/login/", logins.login, name="account_login"),
        path("accounts/logout/", logins.logout, name="account_logout"),
        path("accounts/signup/", logins.signup, name="account_signup"),
        path("accounts/inactive/", logins.account_inactive, name="account_inactive"),
        path("accounts/reauthenticate/", logins.reauthenticate, name="account_reauthenticate"),
        path("accounts/password/change/", logins.password_change, name="account_change_password"),
        path("accounts/2fa/", include("allauth.mfa.urls")),
    ]

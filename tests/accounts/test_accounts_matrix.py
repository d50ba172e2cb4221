"""Every address of the app with logins: who may have it; a new address fails here until it has its row."""

import os
import re
import subprocess
import sys

import pytest

LIST = """
import django; django.setup()
from django.urls import get_resolver
def walk(node, before=""):
    for each in node.url_patterns:
        if hasattr(each, "url_patterns"): walk(each, before + str(each.pattern))
        else: print(before + str(each.pattern))
walk(get_resolver())
"""
OPEN, LOCKED, LOGIN, SEND = "everybody", "who is logged in", "a page of logins", "who is logged in, by a form"
ADDRESSES = {
    "": LOCKED,
    "help": OPEN,
    "offline": OPEN,
    "worker.js": OPEN,
    "figure": OPEN,
    "pictures/<str:name>": OPEN,
    "accounts/login/": LOGIN,
    "accounts/signup/": LOGIN,
    "accounts/inactive/": OPEN,
    "accounts/logout/": LOGIN,
    "accounts/2fa/authenticate/": LOGIN,
    "accounts/2fa/webauthn/login/": LOGIN,
    "pin": LOCKED,
    "screen": LOCKED,
    "screen/<slug:name>": LOCKED,
    "start": LOCKED,
    "start/under-18": OPEN,
    "answers": LOCKED,
    "answers/<slug:name>": LOCKED,
    "answers/<slug:name>/seen": LOCKED,
    "rules.json": LOCKED,
    "flare": LOCKED,
    "flare/check": LOCKED,
    "flare/now": LOCKED,
    "why": LOCKED,
    "why/behind": LOCKED,
    "verdict": LOCKED,
    "plan": LOCKED,
    "session/<str:day>/<int:place>": LOCKED,
    "swap/<slug:name>": LOCKED,
    "learn": LOCKED,
    "learn/<slug:name>": LOCKED,
    "days": LOCKED,
    "days/chart.svg": LOCKED,
    "days/chart.html": LOCKED,
    "days/<str:day>": LOCKED,
    "exercises": LOCKED,
    "exercises/<slug:name>": LOCKED,
    "tests": LOCKED,
    "tests/<slug:name>": LOCKED,
    "questions/<slug:name>": LOCKED,
    "muscles": LOCKED,
    "report": LOCKED,
    "report.pdf": LOCKED,
    "more": LOCKED,
    "data": LOCKED,
    "data/numbers": LOCKED,
    "data/export": LOCKED,
    "data/backup": LOCKED,
    "data/import": LOCKED,
    "begin": SEND,
    "checkin": SEND,
    "plan/say": SEND,
    "session/done": SEND,
    "days/<str:day>/<uuid:name>": SEND,
    "data/facts": LOCKED,
    "data/look": SEND,
    "data/pin": SEND,
    "data/number": SEND,
    "data/restore": SEND,
    "data/import/take": SEND,
    "data/delete": SEND,
    "accounts/reauthenticate/": LOCKED,
    "accounts/password/change/": LOCKED,
    "accounts/2fa/": LOCKED,
    "accounts/2fa/reauthenticate/": LOCKED,
    "accounts/2fa/totp/activate/": LOCKED,
    "accounts/2fa/totp/deactivate/": LOCKED,
    "accounts/2fa/recovery-codes/": LOCKED,
    "accounts/2fa/recovery-codes/generate/": LOCKED,
    "accounts/2fa/recovery-codes/download/": LOCKED,
    "accounts/2fa/webauthn/": LOCKED,
    "accounts/2fa/webauthn/add/": LOCKED,
    "accounts/2fa/webauthn/reauthenticate/": LOCKED,
    "accounts/2fa/webauthn/keys/<int:pk>/remove/": LOCKED,
    "accounts/2fa/webauthn/keys/<int:pk>/edit/": LOCKED,
}
NAMES = {
    "<str:day>": "2026-03-02",
    "<int:place>": "0",
    "<int:pk>": "1",
    "<uuid:name>": "0198c0de-0000-7000-8000-000000000000",
    "<str:name>": "back_squat_1.webp",
}
SLUGS = {
    "screen": "danger",
    "answers": "e1",
    "swap": "back_squat",
    "exercises": "back_squat",
    "learn": "soreness",
    "tests": "knee_to_wall",
    "questions": "peg",
}


def filled(pattern):
    for part, value in NAMES.items():
        pattern = pattern.replace(part, value)
    return "/" + pattern.replace("<slug:name>", SLUGS.get(pattern.split("/")[0], ""))


def test_every_address_has_its_row(tmp_path):
    around = os.environ | {"FLAREPATH_ACCOUNTS": "1", "FLAREPATH_FOLDER": str(tmp_path)}
    found = subprocess.run([sys.executable, "-c", LIST], env=around, capture_output=True, text=True, check=True)
    assert set(found.stdout.splitlines()) | {""} == set(ADDRESSES)


@pytest.mark.parametrize("pattern", ADDRESSES)
def test_who_may_have_an_address(three, pattern):
    path, kind = filled(pattern), ADDRESSES[pattern]
    nobody = three["nobody"].get(path)
    if kind in (LOCKED, SEND):
        assert (nobody.status, nobody.to) == (302, "/accounts/login/")
        sent = three["nobody"].post(path)
        assert (sent.status, sent.to) == (302, "/accounts/login/") or sent.status in (403, 405)
    else:
        assert nobody.status in (200, 302)
    if kind == SEND:
        assert three["owner"].get(path).status == 405
        assert three["owner"].post(path, token=False).status == 403
    elif kind != LOGIN and "delete" not in path:
        assert three["owner"].get(path).status in (200, 302, 404)


@pytest.mark.parametrize("pattern", [each for each, kind in ADDRESSES.items() if kind == LOCKED])
def test_another_person_sees_nothing_of_the_owner(three, pattern):
    path = filled(pattern)
    owner, other = three["owner"].get(path), three["other"].get(path)
    assert owner.status < 500
    assert other.status < 500
    assert "knee_front.left" not in re.sub(r"<svg.*?</svg>", "", other.text, flags=re.DOTALL)
    assert "no-store" in other.heads["cache-control"]


def test_another_person_cannot_touch_an_entry_by_its_id(three):
    day = re.search(r'href="/days/([\d-]+)"', three["owner"].get("/days").text).group(1)
    address = re.search(rf'action="(/days/{day}/[\w-]+)"', three["owner"].get(f"/days/{day}").text).group(1)
    for sent in ({"withdraw": "1"}, {"value": "1"}):
        assert three["other"].post(address, **sent).status == 404
    assert ">7<" in three["owner"].get(f"/days/{day}").text or 'value="7"' in three["owner"].get(f"/days/{day}").text


def test_a_form_that_names_another_diary_is_refused(three):
    theirs = re.search(r'data-person="([\w-]+)"', three["owner"].get("/").text).group(1)
    made = {"made_id": "0198c0de-0000-7000-8000-000000000000", "made_for": theirs}
    assert three["other"].post("/checkin", stress="3", **made).status == 400
    assert "stress" not in three["owner"].get("/data/export").text


def test_the_export_of_each_is_their_own(three):
    assert "knee_front" in three["owner"].get("/data/export").text
    assert "knee_front" not in three["other"].get("/data/export").text

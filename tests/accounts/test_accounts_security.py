"""What an attacker tries: headers, logs, redirects, guessing, a second step; and the check before it goes out."""

import hashlib
import hmac
import os
import re
import struct
import subprocess
import sys
import time
from base64 import b32decode
from types import SimpleNamespace

import pytest

HOST = "diary.example.org"
PASSWORD = "correct-horse-7-battery"  # noqa: S105 - of made-up people
LOGIN_PAGES = ["/accounts/login/", "/accounts/signup/"]
OWN_PAGES = [
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/more",
    "/",
    "/nowhere",
]


def one_time_code(secret):
    """The six digits of RFC 6238 for this moment."""
    count = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(b32decode(secret), count, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_the_check_before_it_goes_out_finds_nothing(tmp_path):
    around = os.environ | {"FLAREPATH_ACCOUNTS": "1", "FLAREPATH_HOSTS": HOST, "FLAREPATH_FOLDER": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "DEBUG"],
        env=around | {"DJANGO_SETTINGS_MODULE": "flarepath.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "System check identified no issues (0 silenced).\n"), told.stderr


@pytest.mark.parametrize("path", [*LOGIN_PAGES, *OWN_PAGES])
def test_a_page_of_logins_looks_like_flarepath_and_keeps_the_policy(three, path):
    found = three["nobody" if path in LOGIN_PAGES else "owner"].get(path)
    if path == "/accounts/2fa/webauthn/add/" or found.status == 302:
        # Keys and codes ask for the password again first.
        assert found.status in (200, 302)
    else:
        assert found.status == (404 if path == "/nowhere" else 200)
        assert 'class="help"' in found.text
    policy = found.heads["content-security-policy"]
    assert "unsafe" not in policy
    assert "data:" not in policy or path.startswith("/accounts/2fa/totp/")
    assert found.heads["x-frame-options"] == "DENY"
    assert found.heads["strict-transport-security"].startswith("max-age=31536000")
    assert re.findall(r"<script(?![^>]* src=\"/static/)(?![^>]*application/json)", found.text) == []
    assert " style=" not in found.text


def test_cookies_are_for_this_site_over_tls_and_for_no_script(browser):
    found = browser.get("/accounts/login/")
    kept = found.heads["set-cookie"].lower()
    assert all(word in kept for word in ("secure", "httponly", "samesite"))


def test_who_comes_without_tls_is_sent_to_it(browser):
    assert browser.get("/", X_Forwarded_Proto="http").status == 301


def test_a_foreign_host_is_refused(browser):
    assert browser.get("/accounts/login/", Host="evil.example.net").status == 400


@pytest.mark.parametrize("target", ["https://evil.example.net/", "//evil.example.net", "javascript:alert(1)"])
def test_a_login_leads_nowhere_else(browser, crowd, join, target):
    name = f"lead{abs(hash(target)) % 10_000}"
    join(crowd, name)
    found = browser.post("/accounts/login/", login=name, password=PASSWORD, next=target)
    assert (found.status, found.heads["location"]) == (302, "/")


def test_a_wrong_name_and_a_wrong_password_are_told_alike(three):
    browser = three["nobody"]
    said = []
    for name in ("owner", "nobody-is-called-so"):
        text = browser.post("/accounts/login/", login=name, password="wrong-wrong-wrong").text  # noqa: S106 - it is wrong
        said.append(re.findall(r'class="errorlist[^"]*"[^>]*>(.*?)</ul>', text, flags=re.DOTALL))
    assert said[0]
    assert said[0] == said[1]


def test_passwords_are_guessed_a_few_times_and_no_more(crowd, browser, join):
    join(crowd, "guessed")
    here = {"X_Forwarded_For": "203.0.113.7"}
    answers = [_login(browser, "guessed", f"wrong-guess-{guess}", here).text for guess in range(12)]
    assert "Too many" in answers[-1]
    assert _login(browser, "guessed", PASSWORD, here).status != 302


def _login(browser, name, password, headers):
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.get("/accounts/login/").text).group(1)
    body = f"csrfmiddlewaretoken={token}&login={name}&password={password}"
    return browser.ask("POST", "/accounts/login/", body, Content_Type="application/x-www-form-urlencoded", **headers)


def test_a_login_gets_a_new_session(crowd, browser, join):
    join(crowd, "fixed")
    browser.get("/accounts/login/")
    browser.cookies["sessionid"] = "chosen-by-an-attacker"
    browser.post("/accounts/login/", login="fixed", password=PASSWORD)
    assert browser.cookies["sessionid"] != "chosen-by-an-attacker"


def test_a_weak_password_is_refused(browser):
    for password in ("password", "short7", "weakling"):
        sent = {"username": "weakling", "password1": password, "password2": password}
        assert browser.post("/accounts/signup/", **sent).status == 200


def test_a_second_step_with_an_app_and_recovery_codes(crowd, browser, join):
    me = join(crowd, "careful").begin()
    assert me.get("/accounts/2fa/totp/activate/").to == "/accounts/reauthenticate/"
    me.post("/accounts/reauthenticate/", password=PASSWORD)
    page = me.get("/accounts/2fa/totp/activate/")
    assert 'src="data:image/svg+xml' in page.text
    assert "img-src 'self' data:" in page.heads["content-security-policy"]
    secret = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', page.text) or re.search(
        r'value="(\w+)"[^>]*id="authenticator_secret"', page.text
    )
    assert me.post("/accounts/2fa/totp/activate/", code=one_time_code(secret.group(1))).status == 302
    assert me.get("/accounts/2fa/recovery-codes/").status == 200
    codes = re.findall(r"\b[0-9a-f]{8,}\b", me.get("/accounts/2fa/recovery-codes/download/").text)
    assert len(codes) == 10
    again = browser
    assert again.post("/accounts/login/", login="careful", password=PASSWORD).to == "/accounts/2fa/authenticate/"
    assert again.get("/why").to == "/accounts/login/"
    assert again.post("/accounts/2fa/authenticate/", code="000000").status == 200
    assert again.post("/accounts/2fa/authenticate/", code=codes[0]).status == 302
    assert again.get("/more").status == 200


def test_leaving_forgets_what_the_browser_kept(crowd, join):
    me = join(crowd, "leaving").begin()
    assert me.post("/accounts/logout/").heads["clear-site-data"] == '"cache", "storage"'
    assert me.get("/why").to == "/accounts/login/"


def test_deleting_takes_the_login_too(crowd, browser, join):
    me = join(crowd, "gone").begin()
    assert me.post("/data/delete", sure="delete").heads["clear-site-data"] == '"cache", "storage"'
    assert me.get("/why").to == "/accounts/login/"
    assert browser.post("/accounts/login/", login="gone", password=PASSWORD).status == 200
    assert join(crowd, "gone", browser).get("/data/export").to == "/"


def test_no_secret_and_no_word_of_a_diary_is_in_the_log(crowd, three):
    owner = three["owner"]
    owner.post("/checkin", token=False, new_place="groin", new_points="9")
    owner.post("/checkin", made_id="no id", made_for="x", note="my secret knee")
    owner.get("/nowhere?word=my-secret-address")
    three["nobody"].post("/accounts/login/", login="owner", password="a-wrong-secret-password")  # noqa: S106 - as above
    log = crowd.log.read_text()
    secret = (crowd.folder / "secret").read_text()
    cookies = [value for browser in three.values() for value in browser.cookies.values() if value]
    for word in ("my secret knee", "a-wrong-secret-password", PASSWORD, secret, "groin", *cookies):
        assert word not in log


def test_what_was_written_is_not_readable_by_others_on_the_machine(crowd):
    found = SimpleNamespace(folder=crowd.folder.stat().st_mode & 0o077, secret=(crowd.folder / "secret").stat().st_mode)
    assert found.secret & 0o077 == 0

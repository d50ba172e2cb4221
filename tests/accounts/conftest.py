"""The app for many people: one server with logins, and browsers without a screen that come by its proxy."""

import re
from http.client import HTTPConnection
from types import SimpleNamespace
from urllib.parse import urlencode, urlsplit

import pytest

PASSWORD = "correct-horse-7-battery"  # noqa: S105 - of made-up people
HOST = "diary.example.org"
BOUNDARY = "----flarepath"


class Browser:
    """Cookies and a form's token, and nothing else; every request comes as a TLS proxy would hand it on."""

    def __init__(self, app):
        self.app, self.cookies = app, {}

    def ask(self, method, path, body=b"", **headers):
        told = {"Host": HOST, "X-Forwarded-Proto": "https", "Referer": f"https://{HOST}/"}
        told["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        link = HTTPConnection("127.0.0.1", self.app.port, timeout=60)
        link.request(method, path, body, told | {key.replace("_", "-"): value for key, value in headers.items()})
        answer = link.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        text = answer.read().decode("utf-8", "replace")
        link.close()
        heads = {name.lower(): value for name, value in answer.getheaders()}
        return SimpleNamespace(
            status=answer.status, text=text, to=urlsplit(heads.get("location", "")).path, heads=heads
        )

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, *, token=True, **sent):
        if token:
            # A form's token stands on every page with a form: before, after and amid a login.
            texts = (self.get(page).text for page in ("/accounts/login/", "/", "/accounts/2fa/authenticate/"))
            found = (re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text) for text in texts)
            sent["csrfmiddlewaretoken"] = next(filter(None, found)).group(1)
        return self.ask("POST", path, urlencode(sent), Content_Type="application/x-www-form-urlencoded")

    def join(self, name):
        sent = {"username": name, "password1": PASSWORD, "password2": PASSWORD}
        assert self.post("/accounts/signup/", **sent).to == "/"
        return self

    def begin(self, **words):
        assert self.post("/begin", **{"as": "mine"} | words).status == 302
        return self


@pytest.fixture(scope="module")
def crowd(serving, tmp_path_factory):
    """A server for many people."""
    with serving(tmp_path_factory.mktemp("crowd"), FLAREPATH_ACCOUNTS="1", FLAREPATH_HOSTS=HOST) as app:
        yield app


@pytest.fixture
def browser(crowd):
    """A browser that nobody has used."""
    return Browser(crowd)


@pytest.fixture(scope="module")
def three(crowd):
    """Nobody, an owner with a diary, and another person with one."""
    owner = Browser(crowd).join("owner").begin()
    owner.post("/checkin", new_place="knee_front", new_side="left", new_points="7")
    other = Browser(crowd).join("other").begin()
    return {"nobody": Browser(crowd), "owner": owner, "other": other}

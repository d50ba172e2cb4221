"""Logins in a real browser behind TLS: a passkey from its making to its use, and pages that everybody can use."""

import contextlib
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "correct-horse-7-battery"  # noqa: S105 - of a made-up person
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES = [
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/recovery-codes/",
    "/accounts/password/change/",
    "/accounts/logout/",
]


def certificate(folder):
    """A certificate for localhost that signs itself, with its key."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, datetime.now(UTC), datetime.now(UTC) + timedelta(2))
    signed = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(
        key, hashes.SHA256()
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path = folder / "localhost.pem"
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


def proxy_to(port):
    """What stands in front of the app: it hands on what comes by TLS, and says so."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self):
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            kept = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            link = HTTPConnection("127.0.0.1", port, timeout=60)
            link.request(self.command, self.path, sent, kept | {"X-Forwarded-Proto": "https", "X-Forwarded-For": "::1"})
            answer = link.getresponse()
            body = answer.read()
            link.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(OSError):  # the browser has gone on to another page
                self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the server calls it so

        def log_message(self, *_):
            """Say nothing."""

    return Proxy


@pytest.fixture
def page(serving, tmp_path, chromium):
    """A phone with a built-in key, before an app behind TLS."""
    with serving(tmp_path / "data", FLAREPATH_ACCOUNTS="1", FLAREPATH_HOSTS="localhost") as app:
        front = ThreadingHTTPServer(("127.0.0.1", 0), proxy_to(app.port))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate(tmp_path))
        front.socket = context.wrap_socket(front.socket, server_side=True)
        threading.Thread(target=front.serve_forever, daemon=True).start()
        address = f"https://localhost:{front.server_address[1]}"
        phone = chromium.new_context(base_url=address, viewport={"width": 320, "height": 690}, ignore_https_errors=True)
        opened = phone.new_page()
        yield opened
        phone.close()
        front.shutdown()
        front.server_close()


def faults(page):
    found = [
        (fault["id"], [node["html"][:100] for node in fault["nodes"]])
        for fault in Axe().run(page).response["violations"]
    ]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + ([("wider than the screen", wider)] if wider > 0 else [])


def test_a_passkey_is_made_and_opens_the_diary(page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    link = page.context.new_cdp_session(page)
    link.send("WebAuthn.enable")
    link.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    wrong = {}
    page.goto("/accounts/signup/")
    wrong["signup"] = faults(page)
    page.fill("[name=username]", "ada")
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    page.get_by_role("button", name="Sign Up").click()
    page.get_by_role("button", name="Start mine").click()
    page.goto("/accounts/2fa/webauthn/add/")
    wrong["again"] = faults(page)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.fill("[name=name]", "my phone")
    page.check("[name=passwordless]")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Recovery Codes").wait_for()
    for path in PAGES:
        page.goto(path)
        wrong[path] = faults(page)
    page.get_by_role("main").get_by_role("button", name="Sign Out").click()
    page.goto("/accounts/login/")
    wrong["login"] = faults(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="How is it now?").wait_for()
    assert {where: found for where, found in wrong.items() if found} == {}
    assert errors == []

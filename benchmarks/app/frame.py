"""The app as it is shipped, with a diary of three years, and a client that keeps cookies."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

from flarepath.diary import Entry, read, write
from flarepath.safety import QUESTIONS, answered

COMMAND = Path(sys.executable).with_name("flarepath")
SEED, DAYS = 3, 1_095


class Client:
    """One browser on one kept connection; `token` is that of its forms. With a host it comes as a TLS proxy would."""

    def __init__(self, port: int, host: str = "", address: str = "127.0.0.1") -> None:
        proxy = {"Host": host, "X-Forwarded-Proto": "https", "X-Forwarded-For": address, "Referer": f"https://{host}/"}
        self.as_proxy = proxy if host else {}
        self.link = HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, body as it came over the wire, and headers in lower case."""
        told = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items()), "Accept-Encoding": "gzip"}
        told |= self.as_proxy
        self.link.request(method, path, body, told | {key.replace("_", "-"): value for key, value in headers.items()})
        answer = self.link.getresponse()
        heads = {name.lower(): value for name, value in answer.getheaders()}
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, answer.read(), heads

    def post(self, path: str, **sent: str) -> str:
        """Send a form; where it leads, or the status where it leads nowhere."""
        if not self.token:
            pages = (self.ask("GET", path, Accept_Encoding="identity")[1] for path in ("/", "/accounts/signup/"))
            found = (re.search(rb'csrfmiddlewaretoken" value="(\w+)"', page) for page in pages)
            self.token = next(filter(None, found))[1].decode()
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token} | sent).encode()
        status, _, heads = self.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded")
        return heads.get("location", str(status))

    def upload(self, path: str, content: bytes) -> int:
        """Send a file; its status."""
        edge = "----flarepath"
        part = f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.token}\r\n'
        part += f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="diary.csv"\r\n\r\n'
        body = part.encode() + content + f"\r\n--{edge}--\r\n".encode()
        status, _, _ = self.ask("POST", path, body, Content_Type=f"multipart/form-data; boundary={edge}")
        return status


def three_years(now: datetime) -> bytes:
    """A simulated person's diary that ends yesterday, with every danger question answered with no."""
    words = [COMMAND, "simulate", "--seed", str(SEED), "--days", str(DAYS)]
    drawn = read(subprocess.run(words, check=True, capture_output=True).stdout.splitlines(keepends=True))
    shift = timedelta(days=(now - drawn.entries[-1].time).days)
    entries = [_moved(entry, shift) for entry in drawn.entries]
    entries += [answered(each, "no", at=now - timedelta(minutes=1), region="", side="") for each in QUESTIONS.values()]
    return "".join(write(entries)).encode()


def _moved(entry: Entry, shift: timedelta) -> Entry:
    cells = {
        name: getattr(entry, name) for name in ("kind", "what", "where", "side", "value", "word", "unit", "detail")
    }
    return Entry(time=entry.time if entry.kind == "fact" else entry.time + shift, offset_written=True, **cells)


@contextmanager
def serving(folder: str, **more: str) -> Iterator[int]:
    """`flarepath serve` on a port of its own; ended by its own id."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    around = {key: value for key, value in os.environ.items() if not key.startswith(("FLAREPATH_", "DATABASE_"))}
    around |= {"FLAREPATH_FOLDER": folder, "FLAREPATH_PORT": str(port)} | more
    with (Path(folder) / "serve.log").open("ab") as log:
        server = subprocess.Popen([COMMAND, "serve"], env=around, stdout=log, stderr=log)
    try:
        _wait(port)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _wait(port: int) -> None:
    end = monotonic() + 60
    while monotonic() < end:
        try:
            Client(port, "localhost").ask("GET", "/help")
        except OSError:
            sleep(0.1)
        else:
            return
    raise SystemExit("the app did not start")


def begun(port: int) -> Client:
    """A client whose diary holds the three years."""
    client = Client(port)
    client.post("/begin", **{"as": "mine"})
    client.token = ""
    client.post("/checkin", stress="3")
    client.upload("/data/import", three_years(datetime.now(UTC)))
    client.post("/data/import/take", yes="1")
    return client

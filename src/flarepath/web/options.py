"""What the app is told: one record from `settings.toml` and the environment; an unknown name is an error."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flarepath.body import nearest
from flarepath.errors import UnknownId
from flarepath.sources import load_table

PREFIX = "FLAREPATH_"
WAIT_SECONDS = 5
"""So long a change waits for another one; then the page says so, and the phone keeps the entry."""
YES = ("1", "true", "yes")


@dataclass(frozen=True, slots=True)
class Options:
    """Where the data lie, which database holds them, on which port the app listens, and for whom."""

    folder: Path
    database: str
    port: int
    secret: str
    accounts: bool
    hosts: tuple[str, ...]

    @property
    def databases(self) -> dict[str, dict[str, object]]:
        """The databases as Django wants them: SQLite that waits for a lock and keeps what it acknowledged."""
        if self.database:
            return {"default": _postgresql(self.database)}
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        return {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": self.folder / "flarepath.sqlite3",
                "OPTIONS": {"timeout": WAIT_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": pragmas},
            }
        }


def _postgresql(address: str) -> dict[str, object]:
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"{parts.scheme!r} is no database of Flarepath; use postgresql://…")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def options(environment: Mapping[str, str] | None = None) -> Options:
    """The options as shipped, with what the environment says.

    Args:
        environment: the process's own by default.

    Raises:
        UnknownId: the environment names an option that does not exist.
    """
    told = os.environ if environment is None else environment
    known = {name: row["value"] for name, row in load_table("flarepath.web", "settings.toml").items()}
    for key in (key for key in told if key.startswith(PREFIX)):
        name = key.removeprefix(PREFIX).lower()
        if name not in known:
            raise UnknownId("option", key, nearest(name, known))
        known[name] = told[key]
    folder = Path(known["folder"]) if known["folder"] else _data_folder(told)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Options(
        folder=folder,
        database=told.get("DATABASE_URL", known["database"]),
        port=int(known["port"]),
        secret=_secret(known["secret"], folder),
        accounts=str(known["accounts"]).lower() in YES,
        hosts=tuple(filter(None, (host.strip() for host in known["hosts"].split(",")))),
    )


def _data_folder(told: Mapping[str, str]) -> Path:
    home = told.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "flarepath"


def _secret(given: str, folder: Path) -> str:
    if given:
        return given
    kept = folder / "secret"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return kept.read_text(encoding="utf-8")

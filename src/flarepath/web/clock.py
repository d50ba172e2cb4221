"""The real clock of the app; read nowhere else in it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, aware, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)

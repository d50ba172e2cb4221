"""Dana's diary to look around in, moved so that it ends now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from importlib.resources import files

from flarepath.diary import read
from flarepath.store.models import Person
from flarepath.store.people import record
from flarepath.web.clock import now


def begin(account: int | None) -> None:
    """Make the demo person with Dana's diary; an own diary that is there stays untouched.

    Args:
        account: the login it is for; None where the app has none.
    """
    Person.objects.filter(is_demo=True, account_id=account).delete()
    diary = read(files("flarepath.web").joinpath("demo.csv").read_text(encoding="utf-8").splitlines(keepends=True))
    if diary.last is None:
        return
    # Whole days, so that mornings stay mornings.
    moved = timedelta(days=(now() - diary.last).days)
    person = Person.objects.create(name="Dana", is_demo=True, account_id=account)
    record(person, [replace(entry, time=entry.time + moved) for entry in diary.entries], recorded_at=now())

"""A file that was brought in, as the page shows it before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flarepath.diary import Diary, Problem
from flarepath.exchange import Log, Name
from flarepath.web.show.words import name as name_of

Document = dict[str, Any]

MOST_PROBLEMS = 100


def log(found: Log, names: Sequence[Name], made: int, fresh: int) -> Document:
    """A training log: what it becomes, and what must be asked.

    Args:
        found: the log.
        names: its exercise names.
        made: so many entries it becomes.
        fresh: so many of them the diary does not hold yet.
    """
    asked = [{**_name(name), "field": f"name.{place}"} for place, name in enumerate(names)]
    return _problems(found.problems) | {
        "format": found.format,
        "rows": found.rows,
        "sets": len(found.sets),
        "made": made,
        "fresh": fresh,
        "held": made - fresh,
        "left_out": [{"what": what, "count": count} for what, count in sorted(found.left_out.items())],
        "needs_unit": found.needs_unit,
        "asked": [name for name in asked if not name["surely"]],
        "sure": [name for name in asked if name["surely"]],
    }


def diary_file(found: Diary, fresh: int) -> Document:
    """A diary file.

    Args:
        found: what was read.
        fresh: so many of its entries the diary does not hold yet.
    """
    return _problems(found.problems) | {
        "format": "diary.csv",
        "rows": len(found) + len(found.problems),
        "made": len(found),
        "fresh": fresh,
        "held": len(found) - fresh,
    }


def _name(name: Name) -> Document:
    ids = dict.fromkeys(filter(None, (name.surely, *name.choices)))
    choices = [{"id": each, "name": name_of(each)} for each in ids]
    return {"said": name.said, "sets": name.sets, "surely": name.surely, "choices": choices}


def _problems(problems: Sequence[Problem]) -> Document:
    return {"problems": problems[:MOST_PROBLEMS], "more": max(0, len(problems) - MOST_PROBLEMS)}

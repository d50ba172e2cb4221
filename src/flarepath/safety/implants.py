"""New or worse pain where somebody has an implant: a clinician comes before any exercise advice (R116).

The flag never runs out; only a visit to a professional after the pain began answers it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from flarepath.course import Outcome, checkins, current, episodes, outcomes
from flarepath.diary import Diary, Entry
from flarepath.safety.answers import WHOLE_BODY, Place, Said
from flarepath.safety.person import newest_by_place, says_yes
from flarepath.sources import Numbers, load_table

ABOUT = ("", "s2", "e16", "d12")
"""What a visit was about that speaks for an implant: everything there, or a question on implants."""


@dataclass(frozen=True, slots=True)
class ImplantPain:
    """Something felt near an implant that is new or worse, since when, and the regions that rest until it was seen.

    `strong` says that it is very strong now, which cannot wait for days.
    """

    place: Place
    since: datetime
    locks: frozenset[str]
    strong: bool = False


def _fields() -> dict[str, frozenset[str]]:
    fields: dict[str, frozenset[str]] = {}
    for row in load_table("flarepath.safety", "implants.toml").values():
        for region in row["regions"]:
            fields[region] = fields.get(region, frozenset()) | frozenset(row["regions"])
    return fields


FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(_fields())
"""For each region of an implant, the regions where its trouble may be felt."""


def implants(diary: Diary) -> tuple[Entry, ...]:
    """The newest word on each implant that the diary knows of."""
    told = [entry for entry in diary.of("fact") if entry.what == "implant"]
    return tuple(entry for entry in newest_by_place(told) if says_yes(entry))


def implant_pains(diary: Diary, visits: tuple[Said, ...], *, at: datetime, numbers: Numbers) -> tuple[ImplantPain, ...]:
    """Everything felt near an implant that is new or worse and that no professional has looked at since.

    Args:
        diary: entries up to `at`.
        visits: when and for what a professional was seen.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    placed = [implant for implant in implants(diary) if implant.where not in WHOLE_BODY]
    if not placed:
        return ()
    found = []
    for outcome in outcomes(diary):
        near = [implant.where for implant in placed if _is_near(implant, outcome)]
        since = _since(diary, outcome, at, numbers) if near else None
        if since and not any(visit.time >= since.astimezone(UTC) and _is_for(visit, outcome, near) for visit in visits):
            locks = frozenset[str]().union({outcome.region}, *(FIELDS.get(where, {where}) for where in near))
            strong = _is_strong(diary, outcome, since, numbers)
            found.append(ImplantPain(Place(outcome.region, outcome.side), since, locks, strong))
    return tuple(found)


def _is_strong(diary: Diary, outcome: Outcome, since: datetime, numbers: Numbers) -> bool:
    felt = checkins(diary, outcome)
    return any(one.points >= numbers["strong_points"] for one in felt if one.time >= since)


def _is_near(implant: Entry, outcome: Outcome) -> bool:
    field = FIELDS.get(implant.where, frozenset({implant.where}))
    return outcome.region in field and _same_side(implant.side, outcome.side)


def _same_side(one: str, other: str) -> bool:
    """Whether two sides may be the same; only left against right cannot."""
    return {one, other} != {"left", "right"}


def _is_for(visit: Said, outcome: Outcome, near: list[str]) -> bool:
    if visit.question not in ABOUT:
        return False
    named = visit.place.region in (outcome.region, *near) and _same_side(visit.place.side, outcome.side)
    return named or visit.place.region in WHOLE_BODY


def _since(diary: Diary, outcome: Outcome, at: datetime, numbers: Numbers) -> datetime | None:
    """When the pain became worse or was first logged, None where it is neither new nor worse."""
    flare = current(episodes(diary, outcome), at=at)
    if flare:
        return flare.onset
    felt = [checkin for checkin in checkins(diary, outcome) if checkin.points > 0]
    if not felt or at - felt[-1].time > timedelta(days=numbers["implant_silence_days"]):
        return None
    first = felt[0].time
    return first if at - first <= timedelta(days=numbers["implant_new_days"]) else None

"""When a home test may be done: in a calm, rested place that nothing speaks against.

Source: expert, known_nice_ifompt
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from flarepath.body import REGIONS
from flarepath.diary import Diary, Entry, happened
from flarepath.exercises import TESTS, Bout, HomeTest
from flarepath.plan.allowed import allowed
from flarepath.plan.reach import tested
from flarepath.plan.setting import MOMENT, Setting
from flarepath.quantities import hours_between

INJURIES: Final = frozenset({"pop", "twang", "trauma"})
"""Events after which nothing is tested for three days, and not before the question on them is answered."""

ASKED: Final = "s5"
"""The question that a pop, a twang or a fall opens."""

STOPS: Final = INJURIES | {"surgery"}
"""Events after which a place is not tested."""


def closed(test: HomeTest, setting: Setting) -> bool:
    """Whether a test is out for this person, whatever the level of the place: locks, facts, events, signs of a nerve.

    Args:
        test: of the library.
        setting: the moment.
    """
    places = tested(test)
    if allowed(setting.clearance, setting.diary, at=setting.at).closed_test(test):
        return True
    if places & setting.clearance.locked or setting.heat.has_nerve_signs(places):
        return True
    return any(_is_open(event, setting) for event in _events(setting, places))


def waits(test: HomeTest, setting: Setting) -> bool:
    """Whether a place that a test works is above 3 of 10 now, or has not come back since it was hot.

    Args:
        test: of the library.
        setting: the moment.
    """
    places, heat = tested(test), setting.heat
    high = any(heat.now(place) > setting.numbers["test_points"] for place in places)
    return high or heat.wait(places) is not None


def rested_on(test: HomeTest, setting: Setting) -> datetime | None:
    """From when on the muscle of a test is rested after what was done; None where nothing hard was done lately.

    Args:
        test: of the library.
        setting: the moment.
    """
    rest = timedelta(hours=setting.numbers["test_rest_hours"])
    hard = [bout.time for bout in setting.bouts if bout.time > setting.at - rest and works_hard(bout, test, setting)]
    return max(hard) + rest if hard else None


def works_hard(bout: Bout, test: HomeTest, setting: Setting) -> bool:
    """Whether something logged was hard work for the muscle of a test; of what nobody rated, it must be assumed.

    Args:
        bout: what was done.
        test: of the library.
        setting: the moment.
    """
    muscles = {work.muscle for work in bout.work if work.role != "little"}
    hard = bout.effort is None or bout.effort >= setting.numbers["hard_effort"]
    return bout.kind == "exercise" and hard and (not bout.work or test.muscle in muscles)


def open_tests(muscle: str, about: str, setting: Setting) -> tuple[HomeTest, ...]:
    """The tests of a muscle that are not closed for this person.

    Args:
        muscle: a muscle id.
        about: length or strength.
        setting: the moment.
    """
    own = (test for test in TESTS.values() if test.muscle == muscle and test.about == about)
    return tuple(test for test in own if not closed(test, setting))


def _events(setting: Setting, places: frozenset[str]) -> Iterable[Entry]:
    """What happened to a place or beside it in the last weeks; an event without a place may have been anywhere."""
    since = setting.at - timedelta(days=setting.numbers["test_locked_days"])
    areas = {REGIONS[place].area for place in places if place in REGIONS}
    for entry in setting.diary.between(since, setting.at + MOMENT, "event"):
        near = not entry.where or entry.where not in REGIONS or REGIONS[entry.where].area in areas
        if happened(entry) in STOPS and near:
            yield entry


def _is_open(event: Entry, setting: Setting) -> bool:
    """Whether an event still speaks against a test: an operation for weeks, an injury until it was asked about."""
    if happened(event) not in INJURIES:
        return True
    fresh = hours_between(event.time, setting.at) <= setting.numbers["test_rest_hours"]
    return fresh or not _answered_since(setting.diary, event.time)


def _answered_since(diary: Diary, time: datetime) -> bool:
    return any(entry.what == ASKED and entry.time >= time for entry in diary.of("answer"))

"""What a locked region takes away: every exercise that could load, press or pull on it."""

from __future__ import annotations

from flarepath.body import MUSCLES, REGIONS
from flarepath.exercises import Bout, Exercise, Work
from flarepath.safety import EVERYWHERE

LEG_AREAS = frozenset({"hip_thigh", "knee_leg", "foot"})
"""A leg is loaded as a whole: a squat for the thigh stands on the foot."""

WHOLE = frozenset({EVERYWHERE, "whole_body", ""})
"""Locks that leave nothing."""


def strains_locked(exercise: Exercise, locked: frozenset[str]) -> bool:
    """Whether an exercise could load, press or pull on one of the locked regions.

    Args:
        exercise: of the library.
        locked: region ids, or EVERYWHERE.
    """
    return _strains(exercise.work, locked)


def bout_strains_locked(bout: Bout, locked: frozenset[str]) -> bool:
    """The same for a logged bout; of one that nobody knows the muscles of, it must be assumed.

    Args:
        bout: a logged exercise.
        locked: region ids, or EVERYWHERE.
    """
    return _strains(bout.work, locked)


def closes(work: tuple[Work, ...], places: frozenset[str], locked: frozenset[str]) -> bool:
    """Whether something is out because of a lock: it could load a locked region, or it works or bends one.

    Args:
        work: the muscles that it works; of something without any, it must be assumed.
        places: the regions that it works or bends.
        locked: region ids, or EVERYWHERE.
    """
    return bool(places & locked) or _strains(work, locked)


def test_closes(work: tuple[Work, ...], places: frozenset[str], locked: frozenset[str]) -> bool:
    """The same for a home test, which may have no muscle of its own: then its places tell what it is near.

    Args:
        work: the muscle that it tests, if it has one.
        places: the regions that it works or bends.
        locked: region ids, or EVERYWHERE.
    """
    if work or not locked:
        return closes(work, places, locked)
    areas = frozenset(REGIONS[place].area for place in places)
    return bool(locked & WHOLE or places & locked or areas & _closed(locked)) or not places


def _strains(work: tuple[Work, ...], locked: frozenset[str]) -> bool:
    if not locked:
        return False
    worked = [MUSCLES[each.muscle] for each in work if each.role != "little" and each.muscle in MUSCLES]
    if locked & WHOLE or not worked:
        return True
    reached = {place for muscle in worked for place in (*muscle.felt_in, *muscle.pulls_on, *muscle.trouble_shows)}
    areas = {REGIONS[place].area for muscle in worked for place in muscle.felt_in if place in REGIONS}
    return bool(reached & locked or areas & _closed(locked))


def _closed(locked: frozenset[str]) -> frozenset[str]:
    areas = frozenset(REGIONS[region].area for region in locked if region in REGIONS)
    return areas | (LEG_AREAS if areas & LEG_AREAS else frozenset())

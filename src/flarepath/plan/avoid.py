"""What to leave alone for now, in plain sentences that name what the log holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flarepath.body import MUSCLES
from flarepath.exercises import Bout, zone_of
from flarepath.plan.locks import WHOLE
from flarepath.plan.prescribe import prescription_of
from flarepath.plan.setting import Setting, is_passive
from flarepath.plan.words import bout_name, exercise_name, listed, muscle_name, region_name, sentence

ELSEWHERE = frozenset({"stress", "systemic", "fluctuation"})
"""Causes that do not lie in the muscle that was worked."""

DOSES = frozenset({"no_max_effort", "no_big_dose"})
"""Sentences of D2 on how much."""

GUESSES = frozenset({"no_guess", "no_more_stretch"})
"""Sentences of D2 on the word "tight"."""


MANY = 3
"""More places than these are not listed one by one."""


def avoid(setting: Setting, *, stretching_helps: bool) -> tuple[str, ...]:
    """The avoid list; empty where nothing speaks for leaving something out.

    Args:
        setting: the moment.
        stretching_helps: the clock found that stretching here helps, so that it stays.
    """
    if setting.clearance.level == "days":
        return tuple(_locked(setting))
    found = [
        *_locked(setting),
        *_fragile(setting),
        *_short(setting),
        *(() if stretching_helps else _long(setting)),
        *_deep(setting),
        *_strained(setting),
        *_by_state(setting),
    ]
    return tuple(dict.fromkeys(found))


def _locked(setting: Setting) -> Iterator[str]:
    locked = setting.clearance.locked | ({setting.explanation.region} if setting.clearance.level == "days" else set())
    if locked & WHOLE:
        yield sentence("locked_everywhere", setting)
    elif locked:
        yield sentence("locked", setting, regions=_places(setting, locked))


def _places(setting: Setting, locked: frozenset[str]) -> str:
    """The locked places; of many the one asked about stands for those around it."""
    here = setting.explanation.region
    if len(locked) > MANY and here in locked:
        return f"{setting.place} and the places around it"
    return listed(region_name(region) for region in sorted(locked))


def _fragile(setting: Setting) -> Iterator[str]:
    """New or hard work on a muscle that is sore from its last dose."""
    sore = sore_muscles(setting)
    if sore:
        yield sentence("no_hard_work", setting, muscles=listed(muscle_name(m) for m in sore))


def sore_muscles(setting: Setting) -> tuple[str, ...]:
    """The muscles that the avoid list keeps from new and hard work while they are sore.

    Args:
        setting: the moment.
    """
    here, explanation = setting.explanation.region, setting.explanation
    sore = [m for m in setting.worked if setting.leading == "sore_muscle" or here in MUSCLES[m].felt_in]
    if setting.leading in ELSEWHERE or explanation.soreness_state == "ready" or explanation.verdict == "no_cause_found":
        return ()
    return tuple(sore[:3])


def _short(setting: Setting) -> Iterator[str]:
    """Work of a short muscle in its short zone."""
    for muscle in _tested(setting, "short"):
        names = _named(b for b in setting.recent if zone_of(b, muscle) == "short" and not is_passive(b))
        yield sentence("no_short_work", setting, muscle=muscle_name(muscle), names=f": {names}" if names else "")


def _long(setting: Setting) -> Iterator[str]:
    """Stretch, roll and massage of a long muscle, until it is stronger."""
    for muscle in _tested(setting, "long"):
        if setting.state(muscle).strength in ("weak", "unknown"):
            names = _named(b for b in setting.recent if is_passive(b) and muscle in {w.muscle for w in b.work})
            yield sentence("no_stretch", setting, muscle=muscle_name(muscle), names=f": {names}" if names else "")


def _deep(setting: Setting) -> Iterator[str]:
    if setting.deep_is_out:
        yield sentence("no_deep_bends", setting)
    for name in setting.pinched_deep:
        yield sentence("no_pinching_depth", setting, exercise=exercise_name(name))


def _strained(setting: Setting) -> Iterator[str]:
    if setting.holds("bad_sleep_or_stress") or setting.explanation.confounded:
        yield sentence("nothing_new", setting)


def _by_state(setting: Setting) -> Iterator[str]:
    """What the row of D2 forbids; sentences on "tight" only where it feels tight."""
    tight = setting.outcome.kind == "tightness" or setting.holds("tight_but_long") is True
    wanted = DOSES | (GUESSES if tight else frozenset())
    for name in prescription_of(setting).avoid:
        if name in wanted and setting.muscle:
            yield sentence(name, setting)


def short_muscles(setting: Setting) -> tuple[str, ...]:
    """The muscles that the avoid list keeps from work in their short part.

    Args:
        setting: the moment.
    """
    return tuple(_tested(setting, "short"))


def _tested(setting: Setting, length: str) -> list[str]:
    """The muscles of the plan, of the suspect and near this place that test so."""
    ordered = dict.fromkeys((setting.muscle, *setting.worked, *setting.near_muscles))
    return [muscle for muscle in ordered if muscle and setting.state(muscle).length == length][:3]


def _named(bouts: Iterable[Bout]) -> str:
    return listed(bout_name(bout) for bout in bouts)

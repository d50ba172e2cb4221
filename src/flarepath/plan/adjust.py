"""Which of the adjustments fits: table D1, first match wins; a row that lacks a fact is passed over."""

from __future__ import annotations

from typing import Final

from flarepath.diary import FELT
from flarepath.exercises import Bout
from flarepath.plan.model import Adjustment
from flarepath.plan.setting import WRONG, Setting, is_passive
from flarepath.quantities import hours_between
from flarepath.rules import Facts, Finding, Rule, first_match
from flarepath.safety import Clearance

RULES: Final = (
    Rule("gate_hit", ("locked",), lambda f: f["locked"], "A safety answer stands for this place.", "d1"),
    Rule(
        "sore_and_well_done",
        ("good_form", "target_felt", "fine", "sore_next_day", "range_down"),
        lambda f: all(f[name] for name in ("good_form", "target_felt", "fine", "sore_next_day", "range_down")),
        "Done well, felt fine and in the right muscle; sore the next day, with less range.",
        "d1",
    ),
    Rule("poor_form", ("poor_form",), lambda f: f["poor_form"], "The form was {form:g} of 5.", "d1"),
    Rule(
        "another_muscle_felt",
        ("target_felt",),
        lambda f: not f["target_felt"],
        "Another muscle was felt than the one it is for.",
        "d1",
    ),
    Rule(
        "wrong_length",
        ("wrong_length",),
        lambda f: bool(f["wrong_length"]),
        "It works a short muscle short, or stretches or presses a long one.",
        "d1",
    ),
    Rule(
        "repeats",
        ("good_form", "flares_with_it", "repeat_flares"),
        lambda f: f["good_form"] and f["flares_with_it"] >= f["repeat_flares"],
        "Done well, and it came before {flares_with_it} flare-ups here.",
        "d1",
    ),
    Rule(
        "tried_both",
        ("tried_form", "tried_swap"),
        lambda f: f["tried_form"] and f["tried_swap"],
        "Better form and another exercise for the same muscle were tried, and it came back.",
        "d1",
    ),
)
"""The rows of D1 in their order; the last row, nothing implicated, is that none of them holds."""

ADJUSTMENTS: Final[dict[str, Adjustment]] = {
    "gate_hit": "refer",
    "sore_and_well_done": "ease",
    "poor_form": "better_form",
    "another_muscle_felt": "better_form",
    "wrong_length": "other_muscle",
    "repeats": "same_muscle",
    "tried_both": "other_muscle",
}
"""What each row chooses."""


def adjust(clearance: Clearance, facts: Facts) -> Finding | None:
    """The row of D1 that holds first, or None where nothing is implicated (then causes 4 and 5 are next).

    Args:
        clearance: that the gate lets advice through.
        facts: what is known of the suspect; see `facts_of`.
    """
    return first_match(RULES, {"locked": clearance.level == "days", **facts})


def facts_of(setting: Setting) -> Facts:
    """What the log says of the suspect; None where it does not say.

    Args:
        setting: the moment.
    """
    if setting.suspect is None:
        return {}
    bout, numbers = setting.suspect.bout, setting.numbers
    return {
        "form": bout.form,
        "good_form": None if bout.form is None else bout.form >= numbers["good_form"],
        "poor_form": None if bout.form is None else bout.form <= numbers["poor_form"],
        "target_felt": _target_felt(bout),
        "fine": None if not bout.felt else "fine" in bout.felt and not bout.felt & WRONG,
        "sore_next_day": _is_sore_next_day(bout, setting),
        "range_down": setting.holds("range_down"),
        "wrong_length": setting.wrong_length(bout),
        "flares_with_it": _flares_with(setting, bout.name),
        "repeat_flares": numbers["repeat_flares"],
        "tried_form": any(_was_well_done(each, setting) for each in _same_muscle_before(setting)),
        "tried_swap": any(each.name != bout.name for each in _same_muscle_before(setting)),
    }


def _target_felt(bout: Bout) -> bool | None:
    if not bout.felt_muscle or not bout.work:
        return None
    return bout.felt_muscle in {work.muscle for work in bout.work if work.role in ("main", "helps")}


def _is_sore_next_day(bout: Bout, setting: Setting) -> bool:
    first, last = setting.numbers["next_day_first_hours"], setting.numbers["next_day_last_hours"]
    after = [e for e in setting.diary.of(*FELT) if first <= hours_between(bout.time, e.time) <= last]
    here = [e.value or 0.0 for e in after if e.where == setting.explanation.region]
    return max(here, default=0.0) >= setting.numbers["sore_points"]


def _flares_with(setting: Setting, name: str) -> int | None:
    """How many flare-ups here followed it within three days; None where it leaves less and less soreness."""
    if setting.explanation.adapted:
        return None
    hours = setting.numbers["suspect_hours"]
    onsets = [flare.onset for flare in setting.past_flares] + [f.onset for f in (setting.explanation.flare,) if f]
    return sum(any(b.name == name for b in setting.bouts_before(onset, hours=hours)) for onset in onsets)


def _same_muscle_before(setting: Setting) -> list[Bout]:
    """Strengthening of the same chief muscles before earlier flare-ups."""
    if setting.suspect is None:
        return []
    mains = {work.muscle for work in setting.suspect.bout.work if work.role == "main"}
    found = []
    for flare in setting.past_flares:
        before = setting.bouts_before(flare.onset, hours=setting.numbers["suspect_hours"])
        found += [b for b in before if mains & {w.muscle for w in b.work if w.role == "main"} and not is_passive(b)]
    return found


def _was_well_done(bout: Bout, setting: Setting) -> bool:
    return bout.form is not None and bout.form >= setting.numbers["good_form"]

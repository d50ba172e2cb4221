"""What the measured state of a muscle asks for: table D2.

"Tight" is a sensation and never a length (R78): a stretch is proposed only where the length measured short, or as
comfort where the muscle measures shorter than its own baseline after a dose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flarepath.body import MUSCLES
from flarepath.exercises import MuscleState
from flarepath.plan.home_tests import open_tests
from flarepath.plan.model import Advice
from flarepath.plan.setting import Setting
from flarepath.plan.words import advice, exercise_name, listed, muscle_name
from flarepath.quantities import Zone
from flarepath.safety import Clearance
from flarepath.sources import load_table


@dataclass(frozen=True, slots=True)
class Prescription:
    """One row of D2.

    `length` and `strength` are the labels it takes (any where empty); `after_dose` and `tight` what it asks for
    besides, None where that does not matter.
    """

    id: str
    action: str
    zones: tuple[Zone, ...]
    kinds: tuple[str, ...]
    stretch: bool
    avoid: tuple[str, ...]
    source: str
    length: frozenset[str] = frozenset()
    strength: frozenset[str] = frozenset()
    after_dose: bool | None = None
    tight: bool | None = None

    def fits(self, state: MuscleState, *, shorter_after_dose: bool, tight: bool) -> bool:
        """Whether this row speaks of a muscle in that state.

        Args:
            state: what the tests say.
            shorter_after_dose: it measures shorter than its own baseline within 7 days of a dose.
            tight: it feels tight.
        """
        return (
            (not self.length or state.length in self.length)
            and (not self.strength or state.strength in self.strength)
            and self.after_dose in (None, shorter_after_dose)
            and self.tight in (None, tight)
        )


def _row(name: str, row: Mapping[str, Any]) -> Prescription:
    labels = {key: frozenset(row.get(key, ())) for key in ("length", "strength")}
    return Prescription(
        id=name,
        action=row["action"],
        zones=tuple(row["zones"]),
        kinds=tuple(row["kinds"]),
        stretch=row["stretch"],
        avoid=tuple(row["avoid"]),
        source=row["source"],
        after_dose=row.get("after_dose"),
        tight=row.get("tight"),
        **labels,
    )


PRESCRIPTIONS: Mapping[str, Prescription] = MappingProxyType(
    {name: _row(name, row) for name, row in load_table("flarepath.plan", "prescriptions.toml").items()}
)
"""The rows of D2 by name, in their order; the last takes everything."""


def prescribe(
    clearance: Clearance, state: MuscleState, *, shorter_after_dose: bool = False, tight: bool = False
) -> Prescription:
    """The row of D2 for a muscle; the last row takes everything that nobody tested.

    Args:
        clearance: that the gate lets advice through; a stretch is never prescribed at level `days`.
        state: what the tests say of the muscle.
        shorter_after_dose: it measures shorter than its own baseline within 7 days of a dose.
        tight: it feels tight.
    """
    rows = (row for row in PRESCRIPTIONS.values() if not (row.stretch and clearance.level == "days"))
    return next(row for row in rows if row.fits(state, shorter_after_dose=shorter_after_dose, tight=tight))


def prescription_of(setting: Setting) -> Prescription:
    """The row of D2 for the muscle that the plan speaks of.

    Args:
        setting: the moment.
    """
    return prescribe(
        setting.clearance,
        setting.state(setting.muscle),
        shorter_after_dose=setting.holds("range_down") is True,
        tight=_feels_tight(setting),
    )


def _feels_tight(setting: Setting) -> bool:
    week = setting.entries(24 * setting.numbers["week_days"], "tightness")
    points = [e.value or 0.0 for e in week if e.where == setting.explanation.region]
    return setting.holds("tight_but_long") is True or max(points, default=0.0) > setting.numbers["sore_points"]


def prescription(setting: Setting) -> Advice | None:
    """The action of the row of D2 that fits; None where the tests ask for nothing or the library has nothing.

    Args:
        setting: the moment.
    """
    row = prescription_of(setting)
    hot = setting.explanation.region in setting.heat.hot
    if not row.action or not setting.muscle or (hot and row.action == "comfort"):
        return None
    found = [setting.choice(setting.muscle, zone) for zone in row.zones]
    loads = tuple(dict.fromkeys(each.id for each in found if each))
    passive = [setting.choice(setting.muscle, kind=kind) for kind in row.kinds]
    eases = tuple(each.id for each in passive if each)
    if row.zones and not loads and setting.deep_is_out:
        return None
    return advice(
        row.action,
        setting,
        exercises=(*eases, *loads),
        loads=_with_doses(setting, loads),
        eases=listed(exercise_name(each) for each in eases) or "gentle stretching",
        tests=both_tests(setting),
        length_test=_test_of(setting, "length"),
        strength_test=_test_of(setting, "strength"),
        neighbours=_neighbours(setting),
        surety=_surety(setting),
    )


def _with_doses(setting: Setting, loads: tuple[str, ...]) -> str:
    """The exercises with a first dose each; a known one at half of what was usual."""
    doses = []
    for each in loads:
        known = each in setting.familiar
        dose = "half of your usual amount" if known else "1 set, half of what would be hard"
        doses.append(f"{exercise_name(each)} ({dose})")
    return ", then ".join(doses) or "easy work for them, 1 set"


def both_tests(setting: Setting) -> str:
    """The two home tests of the muscle in question that are open to this person, one of length and one of strength.

    Args:
        setting: the moment.
    """
    return f"{_test_of(setting, 'length')} for length and {_test_of(setting, 'strength')} for strength"


def _test_of(setting: Setting, about: str) -> str:
    tests = open_tests(setting.muscle, about, setting)
    # A test that can label the muscle first: one without a norm would leave the question open for ever.
    named = [test.name for test in sorted(tests, key=lambda test: not test.cutoffs)]
    plain = (
        "how far it lets you move, left against right" if about == "length" else "how long it holds, left against right"
    )
    return f"the home test '{named[0]}'" if named else plain


def _neighbours(setting: Setting) -> str:
    muscle = MUSCLES.get(setting.muscle)
    return listed(muscle_name(each) for each in muscle.neighbours) if muscle else "the muscles beside it"


def _surety(setting: Setting) -> str:
    state = setting.state(setting.muscle)
    unsure = not (state.length_concordant and state.strength_concordant)
    return "One test alone is a hint: do it again on another day." if unsure else ""

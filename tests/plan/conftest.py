"""A diary planned in one call, and people whose gate is open or partly closed."""

from types import SimpleNamespace

import pytest

from flarepath.course import first_place
from flarepath.flares import explain
from flarepath.plan import plan
from flarepath.plan.setting import Setting
from flarepath.safety import Clearance, SafetyFinding
from flarepath.triggers import find

CLEAR = Clearance("clear", (), frozenset())


@pytest.fixture
def cleared():
    """A clearance of that level; `yes` names questions that were answered so."""

    def of(level="clear", *, locked=(), yes=()):
        findings = tuple(SafetyFinding(name, "yes", "", "", "ours", region="knee_front") for name in yes)
        return Clearance(level, findings, frozenset(locked))

    return of


@pytest.fixture
def setting(make_diary):
    """The setting of a diary at its last entry."""

    def of(rows, *, region="", side="", clearance=CLEAR):
        diary = make_diary(rows)
        outcome = first_place(diary, at=diary.last, region=region, side=side)
        attributed = find(diary, quick=True, only=outcome).outcomes[0]
        return Setting(clearance, explain(diary, outcome, at=diary.last, attributed=attributed), diary)

    return of


@pytest.fixture
def planned(setting):
    """The plan of a diary at its last entry, with what a person reads of it in `text`."""

    def of(rows, *, clearance=CLEAR, **where):
        known = setting(rows, clearance=clearance, **where)
        found = plan(clearance, known.explanation, diary=known.diary)
        said = [f"{each.do} {each.instead_of} {each.until} {each.expect}" for each in found.advice]
        return SimpleNamespace(
            advice=found.advice,
            adjustments=[each.adjustment for each in found.advice],
            avoid=" ".join(found.avoid),
            next_test=found.next_test,
            refer=found.refer,
            exercises={exercise for each in found.advice for exercise in each.exercises},
            text=" ".join(said),
            explanation=known.explanation,
        )

    return of

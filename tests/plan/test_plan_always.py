"""Whatever the explanation and whatever the gate: something to do, nothing for a locked place, no frightening word."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flarepath.body import MUSCLES, REGIONS
from flarepath.course import Episode, Outcome, Standing
from flarepath.diary import Diary, Entry
from flarepath.exercises import EXERCISES, MuscleState, bouts
from flarepath.flares import Cause, Suspect, cause_table, explain
from flarepath.plan import plan
from flarepath.plan.locks import strains_locked
from flarepath.rules import Answer, Finding
from flarepath.safety import EVERYWHERE, Clearance, SafetyFinding

ANSWERS = (Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES)
AT = datetime(2026, 3, 5, 20, tzinfo=UTC)
BANNED = re.compile(
    r"zero chance|wouldn't matter|quackery|\b(just|torn|broken|degenerating|cure|fixed|safe|diagnose)\b"
    r"|only in your head|all clear",
    re.IGNORECASE,
)
TABLE = cause_table()
EMPTY = explain(Diary(), Outcome("pain", "wrist", "left"), at=AT)


def times(*, days=60):
    return st.integers(0, days * 24).map(lambda hours: AT - timedelta(hours=hours))


@st.composite
def trained(draw):
    exercise = EXERCISES[draw(st.sampled_from(sorted(EXERCISES)))]
    said = {
        "form": draw(st.sampled_from(["", "2", "3", "4", "5"])),
        "effort": draw(st.sampled_from(["", "2", "6", "9"])),
        "felt": draw(st.sampled_from(["", "fine", "pinch", "odd+weak"])),
        "depth": draw(st.sampled_from(["", "half", "full"])),
        "felt_muscle": draw(st.sampled_from(["", *MUSCLES])),
        "after": draw(st.sampled_from(["", "-1", "0", "3"])),
    }
    detail = tuple((key, value) for key, value in said.items() if value)
    return Entry(draw(times()), exercise.kind, exercise.id, side=draw(st.sampled_from(["left", "both"])), detail=detail)


NUMBERED = {
    "pain": "nrs",
    "stress": "nrs",
    "fear": "nrs",
    "sleep": "h",
    "screen": "h",
    "energy": "nrs",
    "medicine": "tablet",
}


@st.composite
def noted(draw):
    kind = draw(st.sampled_from([*NUMBERED, "event", "food", "fact", "care"]))
    whats = {
        "event": ["vaccination", "illness", "pop"],
        "food": ["rice", "butter"],
        "fact": ["eating_disorder", "diabetes"],
        "medicine": ["ibuprofen"],
        "care": ["treatment offer"],
    }
    what = draw(st.sampled_from(whats.get(kind, [""])))
    where = draw(st.sampled_from(sorted(REGIONS))) if kind == "pain" else ""
    value = float(draw(st.integers(0, 10))) if kind in NUMBERED else None
    return Entry(
        draw(times()), kind, what, where, value=value, word="yes" if kind == "fact" else "", unit=NUMBERED.get(kind, "")
    )


@st.composite
def flares(draw, region, side):
    onset = draw(times(days=20))
    peak = float(draw(st.integers(2, 10)))
    return draw(
        st.sampled_from(
            [None, Episode("pain", region, side, onset, onset, peak, peak, 0.0, True, True, None, ())],  # noqa: FBT003
        )
    )


@st.composite
def explanations(draw, diary):
    region, side = draw(st.sampled_from(sorted(REGIONS))), draw(st.sampled_from(["", "left", "right", "both"]))
    order = draw(st.permutations(TABLE.order))
    done = bouts(diary)
    findings = tuple(
        Finding(name, draw(st.sampled_from(ANSWERS)), "It was so.", (), "ours") for name in sorted(TABLE.features)
    )
    muscle = draw(st.sampled_from(["", *MUSCLES]))
    state = MuscleState(
        muscle,
        side,
        draw(st.sampled_from(["short", "normal", "long", "unknown"])),
        draw(st.sampled_from(["weak", "normal", "strong", "unknown"])),
    )
    flare = draw(flares(region, side))
    return replace(
        EMPTY,
        region=region,
        side=side,
        at=AT,
        flare=flare,
        standing=None
        if flare or draw(st.booleans())
        else Standing("pain", region, side, 4.0, 9.0, AT - timedelta(weeks=9)),
        findings=findings,
        causes=tuple(Cause(cause, 0.4 - 0.05 * rank, (), ("No.",), ()) for rank, cause in enumerate(order)),
        verdict=draw(st.sampled_from(["looks_most_like", "two_explanations", "not_enough_yet", "no_cause_found"])),
        suspects=tuple(Suspect(bout, "It was near.", 1.0) for bout in done[-3:]),
        muscle=muscle,
        state=state if muscle else None,
        soreness_state=draw(st.sampled_from(["ready", "fragile", "repairing"])),
        ready_on=draw(st.sampled_from([None, AT + timedelta(days=3)])),
        confounded=draw(st.booleans()),
        adapted=draw(st.sampled_from([None, True, False])),
        meaning=draw(st.sampled_from([("unclear",), ("under_used",), ("did_right",)])),
        hiding=draw(st.sampled_from(["", "", "", "", "You moved 30% of your own usual."])),
        early_warning=draw(st.sampled_from(["", "This has been rising for two days."])),
    )


@st.composite
def moments(draw):
    rows = draw(st.lists(st.one_of(trained(), noted()), max_size=25))
    diary = Diary.of_entries(rows)
    regions = st.sampled_from([*sorted(REGIONS), EVERYWHERE])
    level = draw(st.sampled_from(["clear", "clear", "clear", "next_visit", "days"]))
    findings = (SafetyFinding("n3", draw(st.sampled_from(["yes", "no"])), "", "", "ours"),)
    clearance = Clearance(level, findings, frozenset(draw(st.lists(regions, max_size=1))))
    return clearance, draw(explanations(diary)), diary


def said(found):
    texts = [text for each in found.advice for text in (each.do, each.until, each.expect)]
    test = [found.next_test.question] if found.next_test else []
    return [*texts, *found.avoid, *test, *([found.refer.summary, found.refer.to] if found.refer else [])]


def complaints(clearance, explanation, found):
    closed = clearance.locked | ({explanation.region} if clearance.level == "days" else set())
    proposed = {exercise for each in found.advice for exercise in each.exercises}
    shut = clearance.level == "days" or explanation.region in clearance.locked or EVERYWHERE in clearance.locked
    rules = {
        "something for now and for tomorrow": {"now", "tomorrow"} <= {each.when for each in found.advice},
        "no more than five": len(found.advice) <= 5,
        "a later day to look again": all(each.review_on > explanation.at for each in found.advice),
        "a reason": all(each.because for each in found.advice),
        "known exercises": proposed <= EXERCISES.keys(),
        "no exercise for a locked place": not any(strains_locked(EXERCISES[each], closed) for each in proposed),
        "one thing to strengthen": [each.adjustment for each in found.advice].count("strengthen") <= 1,
        "no frightening word": not any(BANNED.search(text) for text in said(found)),
        "whole sentences": not any(re.search(r"[{}]|  |None|: :", text) for text in said(found)),
        "a visit where it is shut": not shut or found.refer is not None,
        "only work elsewhere where it is shut": not shut
        or {a.adjustment for a in found.advice} == {"refer", "other_muscle"},
    }
    return [name for name, holds in rules.items() if not holds]


@settings(max_examples=300, deadline=None)
@given(moments())
def test_every_plan_keeps_the_rules(moment):
    clearance, explanation, diary = moment
    assert complaints(clearance, explanation, plan(clearance, explanation, diary=diary)) == []


@pytest.fixture
def good():
    clearance = Clearance("days", (), frozenset({"wrist"}))
    return clearance, EMPTY, plan(clearance, EMPTY, diary=Diary())


def spoiled(found, **change):
    return replace(found, advice=(replace(found.advice[0], **change), *found.advice[1:]))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"when": "later"}, "something for now and for tomorrow"),
        ({"review_on": AT}, "a later day to look again"),
        ({"exercises": ("push_up",)}, "no exercise for a locked place"),
        ({"do": "You are safe."}, "no frightening word"),
        ({"do": "Leave {exercise}."}, "whole sentences"),
        ({"adjustment": "strengthen"}, "only work elsewhere where it is shut"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_plan_that_breaks_a_rule_is_complained_about(good, change, name):
    clearance, explanation, found = good
    assert complaints(clearance, explanation, spoiled(found, **change)) == [name]


def test_a_good_plan_draws_no_complaint(good):
    assert complaints(*good) == []

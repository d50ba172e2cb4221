"""Nobody is advised without a Clearance."""

import pytest

from flarepath.safety import EVERYWHERE, NotCleared, answered, clear, unanswered
from flarepath.safety.questions import QUESTIONS


@pytest.mark.parametrize("told", [["e4"], ["s1"], None])
def test_an_urgent_or_open_gate_lets_nothing_through(ask, told):
    entries = [] if told is None else [*ask.everything(), ask.answer(told[0], "yes")]
    found = ask.gate(entries)
    with pytest.raises(NotCleared) as refused:
        clear(found)
    assert (refused.value.level, refused.value.findings) == (found.level, found.findings)


@pytest.mark.parametrize(("told", "locked"), [("d16", {"knee_front"}), ("n3", set()), (None, set())])
def test_a_clearance_carries_the_locked_regions(ask, told, locked):
    entries = ask.everything()
    entries += [ask.answer(told, "yes", where="knee_front", side="left")] if told else []
    assert clear(ask.gate(entries)).locked == locked
    assert EVERYWHERE not in locked


def test_a_minor_is_not_cleared_at_any_level(ask):
    with pytest.raises(NotCleared):
        clear(ask.gate([*ask.everything(), ask.fact("birth_year", 2010)]))


def test_a_person_in_crisis_is_not_coached_at_any_level(ask):
    found = ask.gate([*ask.everything(but=["s16"]), ask.answer("s16", "unsure")])
    assert found.level == "days"
    with pytest.raises(NotCleared):
        clear(found)


def test_asking_question_by_question_ends_clear(ask):
    knee = {"region": "knee_front", "side": "left"}
    entries = [answered(one, "no", at=ask.MONDAY, **knee) for one in unanswered(ask.gate([], **knee))]
    assert clear(ask.gate(entries, **knee)).level == "clear"


def test_an_answer_keeps_its_region_only_where_the_question_has_one(ask):
    joint = answered(QUESTIONS["s1"], "yes", at=ask.MONDAY, region="knee_front", side="left")
    mind = answered(QUESTIONS["e14"], "no", at=ask.MONDAY, region="knee_front", side="left")
    assert (joint.kind, joint.what, joint.where, joint.side, joint.word) == (
        "answer",
        "s1",
        "knee_front",
        "left",
        "yes",
    )
    assert (mind.where, mind.side, mind.text("version")) == ("", "", str(QUESTIONS["e14"].version))

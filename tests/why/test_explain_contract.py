"""The contract of `why --json`: keys, gate, exit codes, sums."""

import json

import pytest

from flarepath.diary import read
from flarepath.errors import NothingToAnswerFrom, UnknownId
from flarepath.safety import QUESTIONS
from flarepath.why import document, explain, screen_document, screened

KEYS = [
    "at", "region", "side", "gate", "flare", "say", "meaning", "points", "triggers", "causes", "verdict", "advice",
    "avoid", "next_test", "forecast", "similar", "refer", "versions",
]  # fmt: skip
AFTER_FLARE = [key for key in KEYS[KEYS.index("flare") + 1 :] if key not in ("say", "refer")]
BO = """
2026-03-01T07:30,pain,,thigh_back,left,1,nrs,
2026-03-01T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=10; effort=7; form=4; felt=fine
2026-03-02T08:00,pain,,thigh_back,left,5,nrs,quality=sore; when=motion
"""


def answered(word="no", time="2026-03-02T08:10", but=None):
    """Rows in which every safety question has this answer, except those of `but`."""
    words = dict.fromkeys(QUESTIONS, word) | (but or {})
    return "".join(f"{time},answer,{name},,,{said},,\n" for name, said in words.items() if said)


@pytest.fixture
def why(make_diary):
    def of(rows, **where):
        return explain(make_diary(rows), **where)

    return of


def test_the_document_has_the_keys_of_the_contract_and_no_others(why):
    assert set(document(why(BO + answered()))) == set(KEYS)


def test_the_document_is_plain_json(why):
    text = json.dumps(document(why(BO + answered())), allow_nan=False)
    assert json.loads(text)["flare"]["peak_points"] == 5


def test_an_unanswered_gate_advises_nothing(why):
    answer = why(BO)
    assert answer.exit_code == 1
    assert not any(document(answer)[key] for key in AFTER_FLARE)


@pytest.mark.parametrize("missing", ["e4", "s8", "d4"])
def test_one_missing_answer_is_never_a_no(why, missing):
    assert why(BO + answered(but={missing: None})).gate.level == "unanswered"


@pytest.mark.parametrize(
    ("question", "level", "code"),
    [("e4", "emergency", 3), ("s1", "same_day", 3), ("d4", "days", 3), ("n4", "next_visit", 0)],
)
def test_a_yes_sets_the_level_and_the_exit_code(why, question, level, code):
    answer = why(BO + answered(but={question: "yes"}))
    assert (answer.gate.level, answer.exit_code) == (level, code)


@pytest.mark.parametrize("question", ["e4", "s1"])
def test_an_urgent_yes_leaves_the_referral_alone(why, question):
    found = document(why(BO + answered(but={question: "yes"})))
    assert found["refer"]
    assert not any(found[key] for key in AFTER_FLARE)


def test_within_days_causes_are_given_with_a_referral(why):
    found = document(why(BO + answered(but={"d4": "yes"})))
    assert found["causes"]
    assert found["refer"]["urgency"] == "days"


def test_a_minor_gets_the_parent_card_and_nothing_else(why):
    answer = why("2026-03-01T07:00,fact,birth_year,,,2012,,\n" + BO + answered())
    assert answer.exit_code == 3
    assert document(answer)["refer"]
    assert not any(document(answer)[key] for key in AFTER_FLARE)


def test_the_points_of_a_moment_sum_to_its_level_exactly(why):
    assert sum(share.value for share in why(BO + answered()).points) == 5


def test_a_cleared_answer_has_an_action(why):
    assert document(why(BO + answered()))["advice"]


def test_entries_after_the_moment_do_not_exist(make_diary):
    diary = make_diary(BO + answered())
    early = explain(diary, at=diary.entries[1].time)
    assert early.flare is None


def test_no_entry_is_nothing_to_answer_from(make_diary):
    diary = make_diary("")
    with pytest.raises(NothingToAnswerFrom):
        explain(diary, at=diary.last.replace(year=2019))


def test_nothing_felt_is_said_in_a_sentence(why):
    answer = why("2026-03-01T18:00,sleep,,,,7,h,\n" + answered(time="2026-03-01T19:00"))
    assert answer.exit_code == 1
    assert "Nothing felt" in answer.refusal


def test_an_unknown_region_is_refused_with_the_nearest(why):
    with pytest.raises(UnknownId, match="knee_front"):
        why(BO, region="knee_frnt")


def test_an_unknown_side_is_refused(why):
    with pytest.raises(ValueError, match="not a side"):
        why(BO, side="port")


def test_the_same_diary_gives_the_same_answer(why):
    assert document(why(BO + answered())) == document(why(BO + answered()))


def test_the_screen_alone_names_what_is_missing(make_diary):
    found = screened(make_diary(BO))
    assert found.exit_code == 1
    assert screen_document(found)["gate"]["level"] == "unanswered"


def test_the_say_of_a_cleared_answer_never_reassures_alone(why):
    assert "If that changes" in why(BO + answered()).say


def test_an_answer_that_cannot_be_read_is_not_hidden_behind_the_last_entry():
    rows = (
        f"time,kind,what,where,side,value,unit,detail\n{BO.strip()}\n{answered()}2026-03-02T09:00,answer,e4,,,maybe,,\n"
    )
    assert explain(read(rows.splitlines(keepends=True))).gate.level == "unanswered"

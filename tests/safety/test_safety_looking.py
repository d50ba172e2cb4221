"""What pages may look at: the answers that stand at one place, and the facts that hold."""

from flarepath.safety import known_facts, places_of_fact, standing_answers


def test_only_the_answers_of_that_very_place_stand(diary):
    """
    2026-03-01T09:00,answer,s1,knee_front,left,yes,,
    2026-03-01T09:01,answer,s1,knee_front,right,yes,,
    2026-03-01T09:02,answer,e1,,,no,,
    """
    at = diary.last
    (left,) = standing_answers(diary, "s1", at=at, region="knee_front", side="left")
    assert left.side == "left"
    assert standing_answers(diary, "s1", at=at) == ()
    assert standing_answers(diary, "e1", at=at) == ()


def test_what_a_professional_has_looked_at_stands_no_more(diary):
    """
    2026-03-01T09:00,answer,e1,,,yes,,
    2026-03-02T09:00,event,seen_by_professional,,,,,said=go_on
    """
    assert standing_answers(diary, "e1", at=diary.last) == ()
    assert len(standing_answers(diary, "e1", at=diary.of("answer")[0].time)) == 1


def test_a_fact_that_was_taken_back_at_one_place_holds_at_the_other(diary):
    """
    2026-03-01T09:00,fact,implant,hip_front,left,yes,,
    2026-03-01T09:01,fact,implant,knee_front,left,yes,,
    2026-03-01T09:02,fact,implant,hip_front,left,no,,
    2026-03-01T09:03,fact,diabetes,,,no,,
    """
    assert [entry.where for entry in places_of_fact(diary, "implant")] == ["knee_front"]
    known = known_facts(diary, at=diary.last)
    assert (known["implant"], known["diabetes"], known.get("cancer")) == (True, False, None)

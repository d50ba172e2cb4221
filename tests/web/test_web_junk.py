"""Whatever a form holds, the app answers with a page and never with a fault, and never invents an answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FORMS = {
    "/checkin": [
        "pain.knee_front.left",
        "pain..",
        "sleep",
        "stress",
        "new_place",
        "new_side",
        "new_points",
        "new_kind",
    ],
    "/flare": ["known", "new_place", "new_side", "points"],
    "/flare/check": ["asked", "region", "side", "none", "e1", "e4"],
    "/screen": ["asked", "none", "e4", "s3", "birth_year", "country", "timezone"],
    "/plan/say": ["change", "said", "reason", "instead"],
    "/session/done": ["exercise", "side", "sets", "reps", "seconds", "load_kg", "effort", "felt", "felt_muscle", "day"],
    "/data/facts": ["birth_year", "country", "timezone", "training_days", "training_minutes", "equipment"],
    "/data/look": ["theme"],
    "/data/number": ["name", "value", "back"],
    "/data/import": ["file"],
    "/data/import/take": ["unit", "name.0", "leave"],
    "/tests/knee_to_wall": ["test", "value.left", "value.right", "value."],
    "/questions/peg": ["peg_pain.0", "peg_enjoyment.1", "peg_activity.2"],
}
LOOKED = {
    "/why": ["region", "careful"],
    "/why/behind": ["region"],
    "/verdict": ["weeks"],
    "/days": ["period"],
    "/days/chart.svg": ["period", "width"],
    "/exercises": ["q", "muscle", "zone", "tool"],
    "/swap/back_squat": ["day", "place"],
    "/flare/check": ["again"],
    "/report": ["notes"],
}
WORDS = [
    "",
    "0",
    "10",
    "-1",
    "1e309",
    "nan",
    "inf",
    "9" * 40,
    "yes",
    "no",
    "none",
    "knee_front",
    "left",
    "both",
    "back_squat",
]
WORDS += [
    "e1 e4 s3",
    "2026-02-30",
    "2026-03-02",
    "0.5",
    "1,5",
    "'; DROP TABLE store_person; --",
    "<b>",
    "=1+1",
    "accept",
    "\x00",
]
junk = st.one_of(st.sampled_from(WORDS), st.text(max_size=30))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("address", FORMS)
@given(data=st.data())
def test_junk_in_a_form_is_no_fault(app, address, data):
    app.post("/begin", {"as": "mine"})
    sent = data.draw(st.dictionaries(st.sampled_from(FORMS[address]), junk))
    assert app.post(address, sent).status_code < 500
    assert app.get("/").status_code < 500
    assert app.get("/why").status_code < 500


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("address", LOOKED)
@given(data=st.data())
def test_junk_in_an_address_is_no_fault(app, address, data):
    app.post("/begin", {"as": "demo"})
    wanted = data.draw(st.dictionaries(st.sampled_from(LOOKED[address]), junk))
    assert app.get(address, wanted).status_code < 500


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_junk_answers_a_danger_question(app, data):
    """Only yes, no and unsure are answers, and a no only where one was given or "none of these" was pressed."""
    app.post("/begin", {"as": "mine"})
    sent = data.draw(st.dictionaries(st.sampled_from(["e1", "e4", "region", "side"]), junk))
    app.post("/flare/check", sent | {"asked": "e1 e4"})
    told = {name: sent.get(name) for name in ("e1", "e4") if sent.get(name) in ("yes", "no", "unsure")}
    from flarepath.store.models import Version  # noqa: PLC0415 - Django must be set up first

    assert dict(Version.objects.filter(kind="answer").values_list("what", "word")) == told
    app.post("/data/delete", {"sure": "delete"})

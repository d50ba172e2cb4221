"""The screens behind the first ones: flare, session, days, library, tests, verdict, report, numbers, backup."""

import gzip
import io
import json
import re
from datetime import UTC, datetime

import pytest

PAGES = [
    "/verdict",
    "/verdict?weeks=12",
    "/days",
    "/days?period=year",
    "/days/chart.svg",
    "/days/chart.html",
    "/exercises",
    "/exercises?q=squat&zone=long",
    "/exercises/back_squat",
    "/tests",
    "/tests/knee_to_wall",
    "/questions/peg",
    "/muscles",
    "/report",
    "/more",
    "/data",
    "/data/numbers",
    "/flare",
    "/flare/check?again",
    "/flare/now",
    "/swap/back_squat",
]


@pytest.fixture
def demo(page):
    """Dana's diary is open."""
    page("/begin", **{"as": "demo"})
    return page


@pytest.fixture
def mine(page):
    """An own, empty diary is open."""
    page("/begin", **{"as": "mine"})
    return page


def person():
    from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first

    return Person.objects.order_by("is_demo").first()


def diary():
    from flarepath.store.people import diary_of  # noqa: PLC0415 - as above

    return diary_of(person())


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_the_demo_answers(demo, address):
    assert demo(address).status == 200


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_diary_breaks_no_page(mine, address):
    assert mine(address).status in (200, 302)


@pytest.mark.parametrize(
    "address", ["/days/2026-02-30", "/exercises/moon_walk", "/tests/x", "/questions/nrs", "/learn/x"]
)
def test_what_is_not_there_is_not_found(demo, address):
    assert demo(address).status == 404


@pytest.mark.parametrize("name", ["..%2f__init__.py", "pictures.py", "back_squat_9.webp", "", "back_squat_1.webp.py"])
def test_no_file_but_a_picture_can_be_asked_for(demo, name):
    assert demo(f"/pictures/{name}").status == 404


def test_a_picture_is_a_picture(trained):
    shown = re.search(r"/pictures/([\w.]+)", trained("/exercises/back_squat").text).group(1)
    assert trained(f"/pictures/{shown}").headers["Content-Type"].startswith("image/")


def test_a_flare_up_goes_by_its_lines_to_one_thing_for_now(mine, form_of):
    address = mine("/flare", new_place="lower_back", new_side="middle", points="6").to
    assert address == "/flare/check?at=lower_back.middle"
    for _ in range(4):
        form = form_of(address)
        if form is None:
            break
        mine(form[0], **form[1], **({"mind": "no"} if form[1]["asked"].startswith("e14") else {"none": "1"}))
    text = mine("/flare/now?at=lower_back.middle").text
    assert "Lie on your side with a pillow between bent knees" in text
    assert "Morning check" in text
    for forbidden in ("/why", "forecast", "<table"):
        assert forbidden not in re.sub(r"<nav.*?</nav>", "", text, flags=re.DOTALL)


def test_a_danger_sign_at_night_shows_whom_to_call_and_no_card(mine):
    mine("/flare", new_place="lower_back", new_side="middle", points="8")
    asked = re.search(r'name="asked" value="([^"]*)"', mine("/flare/check").text).group(1)
    mine("/flare/check", asked=asked, none="1", **{asked.split()[0]: "yes"})
    text = mine("/flare/now").text
    assert "Get help now</h2>" in text
    assert "pillow" not in text


def test_a_danger_question_left_open_is_no_no(mine):
    mine("/flare", new_place="lower_back", new_side="middle", points="8")
    asked = re.search(r'name="asked" value="([^"]*)"', mine("/flare/check").text).group(1)
    mine("/flare/check", asked=asked, **{asked.split()[0]: "no"})
    assert "The danger lines are not answered yet" in mine("/flare/now").text


def test_a_session_goes_from_one_thing_to_the_next(trained):
    address = re.search(r'href="(/session/[\d-]+/0)"', trained("/plan").text).group(1)
    text = trained(address).text
    item, day = (re.search(rf'name="{key}" value="([^"]+)"', text).group(1) for key in ("exercise", "day"))
    left = trained(
        "/session/done", exercise=item, day=day, place="0", sets="2", reps="8", effort="5", felt_muscle="Hamstrings"
    )
    assert left.to == f"/session/{day}/1"
    last = diary().of("exercise")[-1]
    assert (last.what, last.text("felt_muscle")) == (item, "hamstrings")


def test_behind_a_red_flag_there_is_no_session(trained):
    address = re.search(r'href="(/session/[\d-]+/0)"', trained("/plan").text).group(1)
    trained("/screen", asked="e4", e4="yes")
    text = trained(address).text
    assert "Get help now</h2>" in text
    assert "Done, next" not in text
    assert "Begin" not in trained("/").text


def test_a_test_result_is_written_with_its_unit_and_side(mine):
    mine("/tests/knee_to_wall", **{"value.left": "9,5", "value.right": "999"})
    (entry,) = diary().of("test")
    assert (entry.what, entry.side, entry.value, entry.unit) == ("knee_to_wall", "left", 9.5, "cm")


def test_a_questionnaire_is_kept_whole_or_not_at_all(mine):
    mine("/questions/peg", **{"peg_pain.0": "4", "peg_enjoyment.1": "5"})
    assert diary().of("test") == ()
    mine("/questions/peg", **{"peg_pain.0": "4", "peg_enjoyment.1": "5", "peg_activity.2": "6"})
    assert "5" in re.search(r'role="status">([^<]+)<', mine("/questions/peg").text).group(1)


def test_typing_in_the_library_gives_the_list_alone(app, demo):
    del demo
    text = app.get("/exercises?q=copenhagen", headers={"HX-Request": "true"}).content.decode()
    assert "Copenhagen" in text
    assert "<html" not in text


def test_an_entry_can_be_corrected_and_taken_back(mine):
    mine("/checkin", new_place="knee_front", new_points="4")
    day = diary().last.date().isoformat()
    change = re.search(rf'action="(/days/{day}/[\w-]+)"', mine(f"/days/{day}").text).group(1)
    mine(change, value="6")
    assert [entry.value for entry in diary().of("pain")] == [6.0]
    mine(change, value="60")
    assert [entry.value for entry in diary().of("pain")] == [6.0]
    mine(change, withdraw="1")
    assert diary().of("pain") == ()


def test_an_answer_to_a_safety_question_cannot_be_taken_back(mine):
    from flarepath.store.models import Version  # noqa: PLC0415 - Django must be set up first

    mine("/screen", asked="e4", e4="yes")
    day, entry = diary().last.date().isoformat(), Version.objects.get(kind="answer").entry
    assert mine(f"/days/{day}/{entry}", withdraw="1").status == 404
    assert len(diary().of("answer")) == 1


def test_the_look_is_kept(demo):
    demo("/data/look", theme="dim")
    assert 'data-theme="dim"' in demo("/why").text
    demo("/data/look", theme="neon")
    assert 'data-theme="dim"' in demo("/why").text


def test_a_pin_stands_before_everything_but_help(app, demo):
    from django.test import Client  # noqa: PLC0415 - Django must be set up first

    demo("/data/pin", pin="2468")
    stranger = Client(headers={"host": "127.0.0.1"})
    assert stranger.get("/why").headers["Location"] == "/pin"
    assert stranger.get("/data/export").status_code == 302
    assert stranger.get("/help").status_code == 200
    assert stranger.post("/pin", {"pin": "1111"}).status_code == 200
    assert stranger.post("/pin", {"pin": "2468"}).status_code == 302
    assert stranger.get("/why").status_code == 200
    assert app.get("/why").status_code == 200


def test_a_pin_can_be_guessed_five_times_a_minute(demo):
    from django.core.cache import cache  # noqa: PLC0415 - as above
    from django.test import Client  # noqa: PLC0415 - as above

    cache.clear()
    demo("/data/pin", pin="2468")
    stranger = Client(headers={"host": "127.0.0.1"})
    for guess in range(5):
        stranger.post("/pin", {"pin": f"000{guess}"})
    assert stranger.post("/pin", {"pin": "2468"}).status_code == 200
    cache.clear()


def test_a_number_can_be_changed_and_put_back_but_not_those_of_safety(demo):
    from flarepath.store.people import chosen  # noqa: PLC0415 - as above

    demo("/data/number", name="flares.shrink", value="0.5")
    assert chosen(person()) == {"flares.shrink": 0.5}
    assert demo("/why").status == 200
    for name, value in (("safety.full_days", "9999"), ("flares.shrink", "1e9"), ("flares.nothing", "1")):
        demo("/data/number", name=name, value=value)
    assert chosen(person()) == {"flares.shrink": 0.5}
    demo("/data/number", name="flares.shrink", back="1")
    assert chosen(person()) == {}


def test_every_number_may_be_at_either_end_of_what_is_allowed(demo):
    from flarepath.web.numbers import TIMES, changeable  # noqa: PLC0415 - as above

    numbers = [row for _, rows in changeable({}) for row in rows]
    assert len(numbers) > 30
    for row in numbers[::7]:
        for times in (TIMES, 1 / TIMES):
            demo("/data/number", name=row["key"], value=str(row["shipped"] * times))
            assert demo("/why").status == 200, (row["key"], times)
            assert demo("/plan").status == 200, (row["key"], times)
        demo("/data/number", name=row["key"], back="1")


def test_a_backup_comes_back_to_the_same_answer(app, demo):
    from flarepath import why  # noqa: PLC0415 - as above

    before = why.document(why.explain(diary(), at=diary().last))
    saved = b"".join(app.get("/data/backup").streaming_content)
    app.post("/begin", {"as": "mine"})
    assert diary().entries == ()
    shown = demo("/data/restore", file=io.BytesIO(saved))
    assert "versions came back" in shown.text
    assert why.document(why.explain(diary(), at=diary().last)) == before
    assert "0 versions came back" in demo("/data/restore", file=io.BytesIO(saved)).text


@pytest.mark.parametrize("harm", ["cut", "changed", "another", "row", "longer"])
def test_a_harmed_backup_brings_nothing_back(app, demo, harm):
    del demo
    saved = gzip.decompress(b"".join(app.get("/data/backup").streaming_content))
    app.post("/begin", {"as": "mine"})
    lines = saved.splitlines(keepends=True)
    harmed = {
        "cut": b"".join(lines[:-3]),
        "changed": saved.replace(b'"value":6.0', b'"value":1.0'),
        "another": b'{"hello": 1}\n',
        "row": lines[0] + json.dumps({"table": "version", "moon": 1}).encode() + b"\n" + lines[-1],
        "longer": saved + lines[1],
    }[harm]
    shown = app.post("/data/restore", {"file": io.BytesIO(gzip.compress(harmed))})
    assert shown.status_code == 400
    assert "nothing was brought back" in shown.content.decode() or "not a backup" in shown.content.decode()
    assert diary().entries == ()


def test_the_report_is_one_or_two_pages_and_keeps_notes_out(app, demo):
    from flarepath.diary import Entry  # noqa: PLC0415 - as above
    from flarepath.store.people import record  # noqa: PLC0415 - as above

    at = diary().last
    record(person(), [Entry(at, "note", "", detail=(("text", "my secret worry"),))], recorded_at=datetime.now(UTC))
    assert "my secret worry" not in demo("/report").text
    assert "my secret worry" in demo("/report?notes=1").text
    made = app.get("/report.pdf").content
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page/") <= 2


def test_the_page_of_why_asks_for_what_is_behind_it(demo):
    assert 'hx-get="/why/behind"' in demo("/why").text
    behind = demo("/why/behind").text
    assert "The careful calculation is ready" in behind
    assert re.search(r"A day ahead: \d of \d came as expected", behind)
    assert "This is the careful calculation" in demo("/why?careful").text


def test_the_parts_of_the_pain_add_up_on_the_page(demo):
    table = re.search(r'<table class="waterfall">(.*?)</table>', demo("/why").text, flags=re.DOTALL).group(1)
    parts = [float(part) for part in re.findall(r"<td>([+-]?[\d.]+)</td>", table)]
    assert sum(parts[:-1]) == pytest.approx(parts[-1], abs=0.05 * len(parts))


def test_another_exercise_can_take_the_place_of_the_proposed_one(trained):
    trained("/session/done", exercise="goblet_squat", sets="3", reps="8", effort="6", felt="pinch")
    text = trained("/plan").text
    form = re.search(r'value="([^"]+)">\n<label>Or something else.*?<option value="(\w+)"', text, flags=re.DOTALL)
    change, other = form.groups()
    trained("/plan/say", change=change, said="change", instead=other)
    assert diary().of("note")[-1].text("instead") == other
    from flarepath.exercises import EXERCISES  # noqa: PLC0415 - as above

    assert f"instead: {EXERCISES[other].name}" in trained("/plan").text


def test_weights_come_in_pounds_for_whoever_chose_them_and_are_kept_in_kilograms(app, trained):
    from flarepath.web.templatetags.weight import in_units  # noqa: PLC0415 - as above

    trained("/data/look", units="lbs")
    address = re.search(r'href="(/session/[\d-]+/0)"', trained("/plan").text).group(1)
    assert 'name="load_lbs"' in trained(address).text
    trained("/session/done", exercise="back_squat", load_lbs="225", sets="3", reps="5")
    assert diary().of("exercise")[-1].text("load_kg") == "102.06"
    assert in_units("3 sets of 5 with 102 kg, effort 8 of 10", "lbs") == "3 sets of 5 with 225 lb, effort 8 of 10"
    trained("/data/look", units="stone")
    assert app.cookies["units"].value == "lbs"

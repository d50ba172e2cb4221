"""The danger lines as a person meets them: first use, a second flare-up, a slip, a visit, one answer changed."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from flarepath.safety import FACTS, PAGES, QUESTIONS

EMERGENCY = "Call 999 now."


def answers(diary):
    return [(entry.what, entry.where, entry.word) for entry in diary.of("answer")]


def text_of(found):
    main = re.search(r"<main.*?</main>", found.text, flags=re.DOTALL).group(0)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).strip()


@pytest.fixture
def begun(mine):
    """Somebody with a lower back at 2, before the danger lines."""
    mine("/start", new_place="lower_back", new_side="middle", points="2", country="GB", timezone="Europe/London")
    return mine


@pytest.fixture
def screened(begun, walk):
    """The same person, with every page answered."""
    walk()
    return begun


# ---- first use


def test_place_and_number_come_first_and_lead_to_the_danger_lines_and_the_person(mine, form_of):
    assert mine("/start", new_place="lower_back", points="2", country="GB").to == "/screen"
    address, sent = form_of("/screen")
    assert address == "/screen/danger"
    assert mine(address, **sent, none="1").to == "/screen?on"
    address, sent = form_of("/screen?on")
    assert mine(address, **sent, mind="no").to == "/"
    assert "Finish the health check" in mine("/").text


def test_a_place_without_a_number_is_asked_for_again_and_what_was_typed_stays(mine, kept):
    found = mine("/start", new_place="knee_front", new_side="left", country="GB")
    assert "Tap a number." in found.text
    assert '<option value="knee_front" selected>' in found.text
    assert kept().entries == ()


def test_nothing_hurts_is_an_answer(mine, kept):
    assert mine("/start", nowhere="1", country="GB").to == "/screen"
    assert kept().of("pain") == ()
    assert kept().fact("country").word == "GB"


def test_more_places_can_be_told_one_after_the_other(mine, kept):
    assert mine("/start", new_place="knee_front", points="2", more="1").to == "/start"
    mine("/start", new_place="wrist", points="3")
    assert {entry.where for entry in kept().of("pain")} == {"knee_front", "wrist"}


def test_each_page_is_kept_at_once_and_a_break_in_the_middle_goes_on_where_it_was(begun, form_of, kept):
    address, sent = form_of("/screen")
    begun(address, **sent, none="1")
    assert {word for _, _, word in answers(kept())} == {"no"}
    assert form_of("/screen")[0] == "/screen/mind"


def test_the_health_check_is_at_most_eight_pages_and_ends(begun, walk):
    pages = walk()
    assert pages[:2] == ["/screen/danger", "/screen/mind"]
    assert len(pages) - 2 <= 8
    assert len(set(pages)) == len(pages)
    assert "All answered" in begun("/screen").text


def test_the_two_questions_about_wanting_to_live_are_never_under_one_button_for_all(begun, form_of, kept):
    address, sent = form_of("/screen/mind")
    assert set(sent["asked"].split()) == {"e14", "s16"}
    assert 'name="none"' not in begun("/screen/mind").text
    begun(address, **sent, none="1")
    assert kept().of("answer") == ()


@pytest.mark.parametrize(
    ("mind", "words"),
    [
        ("no", {"e14": "no", "s16": "no"}),
        ("better", {"e14": "no", "s16": "yes"}),
        ("yes", {"e14": "yes"}),
        ("unsure", {"e14": "unsure"}),
    ],
)
def test_the_four_answers_about_wanting_to_live(begun, form_of, kept, mind, words):
    address, sent = form_of("/screen/mind")
    begun(address, **sent, mind=mind)
    assert {entry.what: entry.word for entry in kept().of("answer")} == words
    assert ("You do not have to carry this alone" in begun("/").text) == (mind != "no")


def test_in_a_crisis_nothing_else_is_asked_or_shown(screened, form_of):
    screened("/screen", asked="e14", e14="yes")
    for address in ("/", "/screen", "/screen/chest", "/flare/now", "/why", "/plan"):
        found = screened(address)
        text = text_of(found) if found.status == 200 else text_of(screened(found.to))
        assert "116 123" in text, address
        assert form_of("/screen") is None


def test_only_what_can_apply_is_asked(begun, walk, kept):
    begun("/data/facts", birth_year="1990", sex="male", facts="")
    walk()
    asked = {entry.what for entry in kept().of("answer")}
    assert not asked & {"e13", "e16", "s2"}
    assert "e12" not in asked  # from 50 years


def test_a_follow_up_page_comes_only_where_a_fact_asks_for_it(begun, form_of, walk):
    assert "/screen/follow_up" not in walk()
    address, sent = form_of("/screen/facts?again")
    begun(address, **sent, implant="yes", **{"implant.where": "hip_front", "implant.side": "left"}, none="1")
    assert walk() == ["/screen/follow_up"]


def test_tapped_lines_are_a_yes_that_keeps_them_and_the_rest_of_the_page_is_no(begun, form_of, kept):
    address, sent = form_of("/screen")
    lines = {f"e5.{line.id}": "yes" for line in QUESTIONS["e5"].lines[:2]}
    begun("/screen/head", asked="e5 e6", none="1", **lines)
    said = {entry.what: entry for entry in kept().of("answer")}
    assert said["e5"].word == "yes"
    assert said["e5"].text("lines") == "+".join(line.id for line in QUESTIONS["e5"].lines[:2])
    assert said["e6"].word == "no"
    assert address == "/screen/danger"
    assert "e1" in sent["asked"]


def test_a_page_that_is_left_open_stays_open(begun, kept):
    begun("/screen/danger", asked="e1 e2", **{"e1.inside": "yes"}, tapped="1")
    assert answers(kept()) == [("e1", "", "yes")]


def test_not_sure_about_one_line_is_kept_and_the_rest_stays_open(begun, form_of, kept):
    found = begun("/screen/danger?unsure")
    assert 'value="unsure"' in found.text
    address, sent = form_of("/screen/danger?unsure")
    begun(address, **sent, **{"s4.swollen": "unsure"})
    assert {word for _, _, word in answers(kept())} <= {"unsure"}


# ---- a yes can be lived with


def test_the_card_comes_up_under_the_tapped_line_with_what_to_do(begun, form_of):
    address, sent = form_of("/screen")
    assert begun(address, **sent, **{"e1.inside": "yes"}, tapped="1").to == "/screen/danger#card-e1"
    text = text_of(begun("/screen/danger"))
    at = text.index("inside the chest")
    assert at < text.index(EMERGENCY) < text.index("I tapped this by mistake") < text.index("Suddenly short of breath")
    assert "Do not drive yourself" in text
    assert "Go on" in text


@pytest.mark.parametrize("name", ["e1", "e4", "s5"])
@pytest.mark.parametrize("address", ["/", "/why", "/plan", "/flare/now", "/screen"])
def test_what_to_do_stands_on_every_page_with_the_card(screened, name, address):
    screened("/screen", asked=name, **{name: "yes"})
    shown = text_of(screened(address))
    instruction = QUESTIONS[name].do.split(". ")[0].split("{")[0].strip(" .")
    assert instruction in shown


def test_a_slip_asks_in_full_words_before_anything_is_taken_back(screened, kept):
    screened("/screen", asked="e5", e5="yes")
    asked = screened("/answers/e5?slip")
    assert QUESTIONS["e5"].text.split(",")[0] in text_of(asked)
    assert ("e5", "", "yes") in answers(kept())
    assert "Get help now" in screened("/").text


def test_a_slip_is_taken_back_with_the_new_answer_and_both_stay_in_the_log(screened, kept):
    from flarepath.store.models import Version  # noqa: PLC0415 - Django must be set up first

    screened("/screen", asked="e5", e5="yes")
    assert screened("/answers/e5?slip", word="no").to == "/screen"
    assert "Get help now</h2>" not in screened("/").text
    assert [word for name, _, word in answers(kept()) if name == "e5"][-1] == "no"
    taken = Version.objects.filter(withdrawn=True)
    assert [(row.number, row.reason, row.to_entry().word) for row in taken] == [(2, "tapped by mistake", "yes")]
    assert Version.objects.filter(entry=taken[0].entry, number=1).exists()


def test_a_slip_that_was_none_stays_a_yes(screened):
    screened("/screen", asked="e5", e5="yes")
    screened("/answers/e5?slip", word="yes")
    assert "Get help now</h2>" in screened("/").text


def test_a_slip_on_one_knee_leaves_the_other(screened, kept):
    for side in ("left", "right"):
        screened("/screen", asked=f"s1:knee_front:{side}", s1="yes")
    screened("/answers/s1?slip&at=knee_front.left", word="no")
    sides = {(entry.side, entry.word) for entry in kept().of("answer") if entry.what == "s1" and entry.where}
    assert ("right", "yes") in sides
    assert ("left", "yes") not in sides


def test_a_later_no_alone_lifts_nothing(screened):
    screened("/screen", asked="e5", e5="yes")
    screened("/screen", asked="e5", e5="no")
    assert "Get help now</h2>" in screened("/").text


def test_go_on_said_by_a_professional_opens_it_again(screened, kept):
    screened("/screen", asked="e5", e5="yes")
    today = kept().last.date().isoformat()
    assert screened("/answers/e5/seen", day=today, by="hospital", told="go_on").to == "/screen"
    assert "Get help now</h2>" not in screened("/").text
    (visit,) = kept().of("event")
    assert (visit.what, visit.text("said"), visit.text("by"), visit.text("question")) == (
        "seen_by_professional",
        "go_on",
        "hospital",
        "e5",
    )


@pytest.mark.parametrize("told", ["wait", "treatment"])
def test_wait_and_treatment_keep_it_and_say_so(screened, kept, told):
    screened("/screen", asked="s4:calf:left", s4="yes")
    screened("/answers/s4/seen?at=calf.left", day=kept().last.date().isoformat(), by="doctor", told=told)
    text = text_of(screened("/"))
    assert "Be seen today" in text
    assert "You were seen on" in text


def test_a_visit_before_the_answer_cannot_speak_for_it(screened, kept):
    screened("/screen", asked="e5", e5="yes")
    before = (kept().last - timedelta(days=3)).date().isoformat()
    found = screened("/answers/e5/seen", day=before, by="doctor", told="go_on")
    assert "cannot speak for it" in found.text
    assert kept().of("event") == ()
    assert screened("/answers/e5/seen", day="yesterday", by="nobody", told="").text.count('class="wrong"') == 3


def test_a_visit_for_one_answer_leaves_another_standing(screened, kept):
    screened("/screen", asked="e5 s4:calf:left", e5="yes", s4="yes")
    screened("/answers/e5/seen", day=kept().last.date().isoformat(), by="doctor", told="go_on")
    assert "Be seen today" in screened("/").text


def test_what_does_not_stand_has_no_page_of_a_visit(screened):
    assert screened("/answers/e5/seen").status == 404
    assert screened("/answers/e99").status == 404


# ---- all answers


def test_all_answers_are_listed_with_their_day_and_each_can_be_changed(screened, kept):
    found = screened("/answers")
    day = kept().last
    for name in {entry.what for entry in kept().of("answer")} - {"e15"}:
        assert f'href="/answers/{name}?then=answers' in found.text
    assert f"{day.day} {day:%B}" in found.text
    assert screened("/answers/s6?then=answers", word="yes").to == "/answers"
    assert "Be seen today" in screened("/").text


@pytest.mark.parametrize("address", ["/more", "/data", "/screen", "/"])
def test_all_answers_are_one_tap_away(screened, address):
    assert 'href="/answers"' in screened(address).text


def test_ask_me_again_goes_through_all_pages_once(screened, form_of):
    address, came = "/screen/danger?again", []
    while address.startswith("/screen/"):
        came.append(address)
        where, sent = form_of(address)
        assert sent.pop("again") == "1"
        address = screened(where, **sent, again="1", **({"mind": "no"} if "mind" in where else {"none": "1"})).to
    assert (address, len(came)) == ("/answers", len(set(came)))
    assert len(came) >= 8


def test_an_answer_changed_at_night_comes_back_to_the_night_page(screened):
    screened("/flare", new_place="lower_back", new_side="middle", points="3")
    assert 'href="/answers"' in screened("/flare/now?at=lower_back.middle").text
    changed = screened("/answers/s6?then=flare&at=lower_back.middle", word="yes", then="flare")
    assert changed.to == "/flare/now?at=lower_back.middle"
    assert "Be seen today" in screened(changed.to).text


# ---- a flare-up


def test_a_second_flare_up_asks_its_own_questions_and_keeps_its_own_yes(screened, form_of, kept, later):
    later(150)
    screened("/flare", new_place="lower_back", new_side="middle", points="9")
    address, sent = form_of("/flare/check?at=lower_back.middle")
    screened(address, **sent, none="1")
    leads = screened("/flare", new_place="chest", points="7").to
    assert leads == "/flare/check?at=chest."
    address, sent = form_of(leads)
    assert "s1:chest:" in sent["asked"]
    screened(address, **sent, **{"s4.swollen": "yes"}, tapped="1")
    assert ("s4", "chest", "yes") in answers(kept())
    for page in ("/", "/why", "/plan"):
        assert "Be seen today" in screened(page).text


def test_the_night_page_of_one_place_says_nothing_of_another(screened):
    screened("/flare", new_place="chest", points="7")
    text = text_of(screened("/flare/now?at=chest."))
    assert "The danger lines are not answered yet" in text
    assert "lower back" not in text.lower()
    assert "Nothing in your answers" not in text


def test_skipping_gives_position_and_breath_alone(screened):
    leads = screened("/flare", new_place="chest", points="5", skip="1").to
    text = text_of(screened(leads))
    assert text.startswith("The danger lines are not answered yet")
    assert "Breathe in" in text
    assert "walk slowly" not in text
    assert "Morning check" not in text


def test_very_strong_pain_is_not_moved(screened, form_of, later):
    later(5)
    screened("/flare", new_place="lower_back", new_side="middle", points="9")
    for _ in range(3):
        form = form_of("/flare/check?at=lower_back.middle")
        if form is None:
            break
        screened(form[0], **form[1], none="1", mind="no")
    text = text_of(screened("/flare/now?at=lower_back.middle"))
    assert "Lie on your side" in text
    assert "Rock the pelvis" not in text


def test_a_flare_up_is_told_why_it_is_asked_again(screened, later):
    later(5)
    screened("/flare", new_place="lower_back", new_side="middle", points="9")
    assert "You noted 9 of 10" in screened("/flare/check?at=lower_back.middle").text


def test_what_is_missing_in_a_flare_up_is_said_and_what_was_told_stays(mine, kept):
    leads = mine("/flare", points="8").to
    shown = mine(leads).text
    assert "Tap the place that hurts" in shown
    assert '<input type="radio" name="points" value="8" checked>' in shown
    assert kept().entries == ()


def test_nothing_is_preset_in_a_flare_up(screened):
    assert " checked" not in screened("/flare").text


# ---- never twice within minutes


def test_after_all_pages_a_check_in_at_the_same_place_asks_nothing_again(screened, form_of):
    screened("/checkin", **{"pain.lower_back.middle": "2"})
    assert form_of("/screen") is None
    assert "Safety questions come first" not in screened("/why").text


def test_answers_of_first_use_count_for_the_flare_up_that_begins_now(begun, walk):
    walk()
    begun("/flare", known="pain.lower_back.middle", points="4")
    assert begun("/flare/check?at=lower_back.middle").to == "/flare/now?at=lower_back.middle"


# ---- facts


def test_every_fact_is_a_line_of_the_health_check_and_none_of_these_is_a_no_for_each(begun, form_of, kept):
    address, sent = form_of("/screen/facts")
    listed = {fact.name for fact in FACTS.values() if fact.value == "yes"}
    assert set(sent["facts"].split()) == listed
    begun(address, **sent, none="1")
    assert {entry.what for entry in kept().of("fact") if entry.word == "no"} == listed


def test_a_fact_is_seen_and_changed_in_my_data(screened, form_of, kept):
    _, sent = form_of("/data/facts")
    assert screened("/data/facts", **sent, anticoagulant="yes", birth_year="1984").to == "/data"
    shown = text_of(screened("/data"))
    assert "Blood thinner" in shown
    assert "1984" in shown
    screened("/data/facts", **sent)
    assert kept().facts()["anticoagulant"].word == "no"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("birth_year", "2999", "must lie between 1900"),
        ("birth_year", "190", "must lie between 1900"),
        ("country", "Atlantis", "from the list"),
        ("timezone", "Moon/Base", "of the list"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(screened, kept, field, value, words):
    before = len(kept().entries)
    shown = screened("/data/facts", facts="diabetes", diabetes="yes", **{field: value})
    assert words in shown.text
    assert re.search(r'name="diabetes" value="yes" checked', shown.text)
    assert len(kept().entries) == before


def test_a_day_that_is_to_come_is_no_day_of_an_operation(screened, kept):
    shown = screened("/data/facts", facts="surgery", surgery="yes", **{"surgery.day": "2999-01-01"})
    assert "not to come" in shown.text
    assert "surgery" not in {name for name, entry in kept().facts().items() if entry.word != "no"}


def test_an_operation_and_an_implant_keep_their_day_and_place(screened, kept):
    day = (kept().last - timedelta(days=9)).date().isoformat()
    sent = {"facts": "surgery implant", "surgery": "yes", "surgery.day": day, "implant": "yes"}
    screened("/data/facts", **sent, **{"implant.where": "knee_front", "implant.side": "left"})
    told = {entry.what: entry for entry in kept().of("fact") if entry.word != "no"}
    assert told["surgery"].word == day
    assert (told["implant"].where, told["implant"].side) == ("knee_front", "left")


# ---- what is due


def test_what_is_due_stands_on_today_and_why_and_never_with_a_day_that_is_over(screened, kept, later):
    from flarepath.diary import Entry  # noqa: PLC0415 - Django must be set up first
    from flarepath.store.models import Person  # noqa: PLC0415 - as above
    from flarepath.store.people import record  # noqa: PLC0415 - as above

    at = kept().last + timedelta(seconds=1)
    record(Person.objects.get(), [Entry(at, "medicine", "amlodipine")], recorded_at=at)
    later(1)
    for address in ("/", "/why"):
        assert "a new medicine (amlodipine)" in text_of(screened(address))
    assert re.search(r"again by \d+ \w+", text_of(screened("/")))
    later(10 * 24 * 60)
    assert "again today" in text_of(screened("/"))


def test_pages_know_every_kind(begun):
    assert {page.kind for page in PAGES.values()} >= {"danger", "mind", "facts", "follow_up", "theme"}
    for name in PAGES:
        assert begun(f"/screen/{name}?again").status == 200
    assert begun("/screen/moon").status == 404


def test_a_slip_in_a_crisis_can_be_taken_back_too(screened):
    screened("/screen", asked="e14", e14="yes")
    assert 'href="/answers/e14?slip' in screened("/").text
    screened("/answers/e14?slip", word="no")
    assert "You do not have to carry this alone" not in screened("/").text


def test_somebody_below_18_reads_the_parents_card_and_the_question_that_cannot_wait(mine, walk):
    mine("/data/facts", birth_year=str(datetime.now(UTC).year - 12), facts="")
    assert "Show this to a parent" in mine("/").text
    assert walk() == ["/screen/danger", "/screen/mind", "/screen/child"]


def test_an_adult_never_reads_the_question_for_children_and_it_is_answered(begun, walk, kept):
    assert "Aged 8 to 16" not in begun("/screen/danger").text
    assert "/screen/child" not in walk()
    assert {entry.word for entry in kept().of("answer") if entry.what == "e15"} == {"no"}


def test_the_page_of_somebody_below_18_keeps_nothing(page):
    from flarepath.store.models import Person  # noqa: PLC0415 - Django must be set up first

    assert "no weight on the leg" in page("/start/under-18").text
    assert not Person.objects.exists()


def test_an_emergency_number_of_two_groups_is_one_call(screened):
    screened("/screen", asked="e14", e14="yes")
    assert 'href="tel:116123"' in screened("/").text
    assert 'href="tel:123"' not in screened("/help").text

"""What was told since the answers opens questions again, and blocks until they are answered after it."""

from datetime import timedelta

import pytest

from flarepath.diary import KINDS, Entry

HOUR = timedelta(hours=1)


def known_knee(ask):
    """Left knee at 3 for a month, and every question answered two days ago."""
    return [
        *(ask.felt(3, at=ask.MONDAY - ask.days(day)) for day in range(3, 30)),
        *ask.everything(at=ask.MONDAY - ask.days(2)),
    ]


def opened(ask, *more, region="knee_front", side="left", at=None):
    found = ask.gate([*known_knee(ask), *more], region=region, side=side, at=at or ask.MONDAY)
    return {one.id for one in found.open}


def felt(ask, points, *, where="knee_front", side="left", at=None, kind="pain", quality=""):  # noqa: PLR0913
    detail = (("quality", quality),) if quality else ()
    return Entry(at or ask.MONDAY, kind, "", where, side, value=float(points), unit="nrs", detail=detail)


def test_nothing_new_opens_nothing(ask):
    assert opened(ask, felt(ask, 3)) == set()


# ---- events ----
@pytest.mark.parametrize(
    ("what", "where", "asked"),
    [
        ("pop", "calf", {"s5", "s17"}),
        ("twang", "thigh_back", {"s5"}),
        ("trauma", "wrist", {"e7", "e9", "s17"}),
        ("trauma", "neck_back", {"e7", "e6", "e5"}),
        ("trauma", "lower_back", {"e7", "e4", "s11"}),
        ("surgery", "knee_front", {"s15", "s4", "e2"}),
        ("illness", "", {"e10", "s8", "s14"}),
        ("bite", "", {"e10", "e18", "d8"}),
    ],
)
def test_an_event_opens_the_questions_it_bears_on(ask, what, where, asked):
    assert asked <= opened(ask, ask.event(what, at=ask.MONDAY - HOUR, where=where))


@pytest.mark.parametrize("what", ["travel", "period", "vaccination", "seen_by_professional"])
def test_an_event_without_danger_opens_nothing(ask, what):
    assert opened(ask, ask.event(what)) == set()


def test_only_an_answer_after_the_event_settles_it(ask):
    pop = ask.event("pop", at=ask.MONDAY - HOUR, where="calf", side="left")
    early = [ask.answer(name, at=ask.MONDAY - 2 * HOUR, where="calf", side="left") for name in ("s5", "s17")]
    late = [ask.answer(name, at=ask.MONDAY, where="calf", side="left") for name in ("s5", "s17")]
    assert opened(ask, pop, *early) == {"s5", "s17"}
    assert opened(ask, pop, *late) == set()


def test_an_answer_for_another_place_does_not_settle_it(ask):
    pop = ask.event("pop", at=ask.MONDAY - HOUR, where="calf", side="left")
    other = [ask.answer(name, where="wrist", side="left") for name in ("s5", "s17")]
    assert opened(ask, pop, *other) == {"s5", "s17"}


def test_the_reason_is_said_with_its_day_and_place(ask):
    pop = ask.event("pop", at=ask.MONDAY - HOUR, where="calf", side="left")
    one = next(one for one in ask.gate([*known_knee(ask), pop]).open if one.id == "s5")
    assert (one.region, one.side) == ("calf", "left")
    assert "a pop on 2 March" in one.reason


# ---- very strong pain, a new place ----
@pytest.mark.parametrize(
    ("where", "points", "asked"),
    [
        ("head", 10, {"e6", "e10", "e13"}),
        ("calf", 9, {"e9", "e11", "e10"}),
        ("abdomen", 8, {"e13", "s14", "e10"}),
        ("foot_top", 7, {"e11", "e10"}),
        ("jaw", 8, {"e6", "e10"}),
        ("lower_back", 7, {"s8", "e5"}),
    ],
)
def test_very_strong_pain_opens_the_urgent_questions_of_its_part_of_the_body(ask, where, points, asked):
    known = [felt(ask, 3, where=where, side="", at=ask.MONDAY - ask.days(day)) for day in range(3, 20)]
    found = opened(ask, *known, felt(ask, points, where=where, side=""), *ask.short(at=ask.MONDAY))
    assert asked <= found


def test_pain_below_seven_in_a_known_place_opens_no_more_than_the_ten(ask):
    assert opened(ask, felt(ask, 6.5), *ask.short(at=ask.MONDAY)) == set()


def test_a_steady_strong_pain_asks_once(ask):
    strong = [felt(ask, 8, at=ask.MONDAY - ask.days(day)) for day in range(40)]
    answered = ask.everything(at=ask.MONDAY - ask.days(9))
    assert ask.gate([*strong, *answered], region="knee_front", side="left").level == "clear"


@pytest.mark.parametrize(("points", "news"), [(1, False), (2, True)])
def test_a_place_noted_for_the_first_time_is_news_where_it_hurts(ask, points, news):
    found = opened(ask, felt(ask, points, where="wrist"), *ask.short(at=ask.MONDAY))
    assert ("e11" in found) is news


def test_answers_of_the_two_hours_before_count_for_a_place_that_begins_now(ask):
    early = ask.everything(at=ask.MONDAY - HOUR)
    assert opened(ask, *early, felt(ask, 4, where="wrist")) == set()
    assert opened(ask, *early, felt(ask, 9, where="wrist")) >= {"e1", "s1"}


# ---- nerves ----
@pytest.mark.parametrize("quality", ["numb", "electric", "ache+numb"])
def test_numb_or_electric_opens_the_questions_on_nerves(ask, quality):
    found = opened(ask, felt(ask, 3, where="calf", quality=quality), *ask.short(at=ask.MONDAY))
    assert {"e4", "e5", "s6", "d17"} - {"e4"} <= found


def test_a_numbness_that_goes_on_asks_once(ask):
    numb = [felt(ask, 3, where="calf", quality="numb", at=ask.MONDAY - ask.days(day)) for day in range(12)]
    after = ask.everything(at=ask.MONDAY - ask.days(5))
    assert opened(ask, *numb, *after) == set()


@pytest.mark.parametrize(("values", "open_"), [((25, 12), True), ((25, 13), False), ((3, 1), False)])
def test_a_strength_test_that_halves_within_a_week_opens_them_too(ask, values, open_):
    rows = [
        Entry(ask.MONDAY - ask.days(1 - number), "test", "heel_rise", "", "left", value=float(value), unit="reps")
        for number, value in enumerate(values)
    ]
    assert ("s6" in opened(ask, *rows)) is open_


# ---- soreness, implants ----
@pytest.mark.parametrize(
    ("points", "open_"), [((4, 6, 6, 5, 5), True), ((3, 4, 4, 4.5), True), ((4, 6, 5, 3, 2), False)]
)
def test_soreness_beyond_its_course_opens_the_questions_on_it(ask, points, open_):
    start = ask.MONDAY - ask.days(len(points) - 1)
    sore = [ask.felt(0, at=start - ask.days(1), where="calf", kind="soreness")]
    sore += [ask.felt(one, at=start + ask.days(day), where="calf", kind="soreness") for day, one in enumerate(points)]
    found = ask.gate([*sore, *ask.everything(at=start)], region="calf", side="left")
    assert ({"s13", "e8"} <= {one.id for one in found.open}) is open_


@pytest.mark.parametrize("kind", ["pain", "soreness", "tightness"])
def test_whatever_is_felt_anew_at_an_implant_asks_and_locks(ask, kind):
    implant = ask.fact("implant", where="knee_front", side="left", at=ask.MONDAY - ask.days(90))
    calm = [felt(ask, 1, at=ask.MONDAY - ask.days(day), kind=kind) for day in range(3, 20)]
    entries = [implant, *calm, *ask.everything(at=ask.MONDAY - ask.days(2)), felt(ask, 5, kind=kind)]
    found = ask.gate([*entries, *ask.short()], region="knee_front", side="left")
    assert (found.level, {"s2", "e16"} <= {one.id for one in found.open}) == ("unanswered", True)
    assert "knee_front" in found.locked


def test_very_strong_pain_at_an_implant_is_for_today(ask):
    implant = ask.fact("implant", where="hip_front", at=ask.MONDAY - ask.days(900))
    known = [felt(ask, 0, where="hip_front", side="right", at=ask.MONDAY - ask.days(day)) for day in range(1, 9)]
    strong = felt(ask, 10, where="hip_front", side="right")
    assert ask.gate([implant, *known, strong, *ask.everything()]).level == "same_day"


# ---- effort, energy, mood ----
def runs(ask, times, *, where="chest", after=0.4, name="running"):
    for number in range(times):
        start = ask.MONDAY - ask.days(2 * (times - number))
        yield Entry(start, "exercise", name)
        yield felt(ask, 5, where=where, side="left" if where != "chest" else "", at=start + after * HOUR)
        yield felt(ask, 0, where=where, side="left" if where != "chest" else "", at=start + 3 * HOUR)


def test_pain_in_the_chest_right_after_effort_asks_the_heart_question(ask):
    assert "e1" in opened(ask, *runs(ask, 1), *ask.everything(at=ask.MONDAY - ask.days(2) - HOUR))


def test_an_arm_that_hurts_after_arm_work_does_not(ask):
    rows = list(runs(ask, 2, where="upper_arm_front", name="dumbbell curl"))
    known = [felt(ask, 1, where="upper_arm_front", at=ask.MONDAY - ask.days(20))]
    asked = ask.everything(at=ask.MONDAY - HOUR)
    assert "e1" not in opened(ask, *known, *rows, *asked)


def test_a_pattern_of_three_times_weighs_whatever_was_answered(ask):
    gate = ask.gate([*runs(ask, 3), *ask.everything()])
    assert (gate.level, ask.finding(gate, "e1").tier) == ("same_day", "same_day")
    assert "came at once with effort 3 times" in gate.referral.summary
    assert ask.gate([*runs(ask, 2), *ask.everything()]).level == "clear"


def test_a_fact_that_raises_makes_the_pattern_an_emergency(ask):
    assert ask.gate([*runs(ask, 3), *ask.everything(), ask.fact("diabetes")]).level == "emergency"


def test_a_professional_who_has_looked_settles_the_pattern(ask):
    seen = ask.event("seen_by_professional")
    assert ask.gate([*runs(ask, 3), *ask.everything(), seen]).level == "clear"


@pytest.mark.parametrize(
    ("points", "open_"), [((0, 0, 0), True), ((1, 0, 1), True), ((0, 0), False), ((0, 5, 0), False)]
)
def test_mood_at_the_bottom_for_days_asks_the_two_on_living(ask, points, open_):
    moods = [
        Entry(ask.MONDAY - ask.days(1) * (len(points) - 1 - day), "mood", value=float(one), unit="nrs")
        for day, one in enumerate(points)
    ]
    assert ({"e14", "s16"} <= opened(ask, *moods)) is open_


# ---- words of danger ----
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I want to die", {"e14", "s16"}),
        ("can't feel my legs", {"e4", "e5"}),
        ("fever 39.2 and chills", {"e10", "s8", "s14"}),
        ("urine is black like cola", {"e8", "s14"}),
        ("Ich will nicht mehr leben", {"e14", "s16"}),
        ("Fieber und Schüttelfrost", {"e10"}),
        ("pressure on my chest when I climbed the stairs", {"e1", "e2"}),
        ("heard a loud pop behind the ankle", {"s5"}),
        ("thinking about killing myself", {"e14"}),
        ("Bring mich noch um", {"e14"}),
        ("numb round my bum", {"e4"}),
        ("haven't been able to pee since last night", {"e4"}),
        ("no feeling between my legs", {"e4"}),
        ("kann kein Wasser lassen", {"e4"}),
        ("Engegefühl in der Brust", {"e1"}),
        ("can't catch my breath", {"e1", "e2"}),
        ("never had a headache like this", {"e6"}),
        ("Mundwinkel hängt", {"e6"}),
        ("pee like coca cola", {"e8"}),
        ("temp of 39", {"e10"}),
        ("Ellbogen rot und heiß", {"s1"}),
        ("Wade dick und heiß", {"s4"}),
        ("like someone kicked me in the heel", {"s5"}),
        ("bin die Treppe runtergefallen", {"e7"}),
        ("threw up blood", {"s14"}),
        ("Hals schwillt zu", {"e18"}),
        ("can't lift my foot", {"s6"}),
        ("testicle pain came on suddenly", {"e19"}),
        ("gehe wie betrunken", {"e5"}),
    ],
)
def test_a_note_with_words_of_danger_opens_the_questions_they_mean(ask, text, asked):
    note = Entry(ask.MONDAY, "note", detail=(("text", text),))
    assert asked <= opened(ask, note)


@pytest.mark.parametrize(
    "text",
    [
        "no fever and not sick; not tired either",
        "no chest pain, slept well",
        "legs are not numb",
        "kein Fieber, keine Luftnot",
        "popcorn and a film",
        "chest day at the gym",
        "cold feet from the lake",
        "faint ache in the knee",
        "shoulder dislocates with a stick",
        "tight chest muscles after bench",
        "can't go on holiday",
        "Kette ist gerissen",
        "beide Beine je 10 Wiederholungen",
        "Nerv eingeklemmt, sagt der Physio",
        "glutes rock hard after massage",
    ],
)
def test_what_is_denied_or_harmless_opens_nothing(ask, text):
    assert opened(ask, Entry(ask.MONDAY, "note", detail=(("text", text),))) == set()


def test_an_event_in_own_words_and_the_text_of_a_session_are_read_too(ask):
    assert "e7" in opened(ask, Entry(ask.MONDAY, "event", "fell off the bike"))
    passed_out = Entry(ask.MONDAY, "exercise", "back_squat", detail=(("text", "nearly fainted after the last set"),))
    assert "e17" in opened(ask, passed_out)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_text_of_an_entry_is_read_whatever_its_kind(ask, kind):
    def entry(words):
        return Entry(ask.MONDAY, kind, "e1", "knee_front", "left", value=1.0, detail=(("text", words),))

    assert {"e14", "s16"} <= opened(ask, entry("I want to die"))
    assert "e14" not in opened(ask, entry("I want to sleep"))


def test_the_reason_says_that_only_a_few_words_are_looked_for(ask):
    note = Entry(ask.MONDAY, "note", detail=(("text", "can't feel my legs"),))
    reason = next(one.reason for one in ask.gate([*known_knee(ask), note]).open)
    assert "We look for a few words only" in reason


# ---- lines that cannot be read ----
def test_a_lost_line_newer_than_the_answers_keeps_the_gate_unanswered_until_it_is_mended(ask):
    from flarepath.diary import Diary, Spoiled  # noqa: PLC0415 - only here
    from flarepath.safety import screen  # noqa: PLC0415 - only here

    def level(time):
        diary = Diary.of_entries(known_knee(ask), spoiled=[Spoiled("", time, 9)])
        found = screen(diary, at=ask.MONDAY, region="knee_front", side="left")
        return found.level, len(found.repairs)

    assert level(ask.MONDAY - HOUR) == ("unanswered", 1)
    assert level(None) == ("unanswered", 1)
    assert level(ask.MONDAY - ask.days(3)) == ("clear", 0)


@pytest.mark.parametrize(("word", "level"), [("yes", "unanswered"), ("unsure", "unanswered"), ("no", "clear")])
def test_an_answer_to_no_known_question_is_named(ask, word, level):
    found = ask.gate([*ask.everything(), ask.answer("e94", word)])
    assert (found.level, any("e94" in sentence for sentence in found.repairs)) == (level, level != "clear")

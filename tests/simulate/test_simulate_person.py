"""One person: the contract, the diary, the truth."""

from collections import Counter

import pytest

from flarepath.course import outcomes
from flarepath.diary import FELT, read, write
from flarepath.exercises import EXERCISES
from flarepath.simulate import World, people, person, random_food_person, truth

ENDURING = {"exercise", "stretch", "food"}


def keys(diary):
    """How often each exposure stands in a diary."""
    done = (entry for entry in diary.entries if entry.kind not in {*FELT, "fact", "event"})
    return Counter(f"{entry.kind}:{entry.what}" if entry.what else entry.kind for entry in done)


def test_a_seed_always_gives_the_same_person():
    assert person(3) == person(3)


def test_another_seed_gives_another_person():
    assert person(3).diary != person(4).diary


def test_a_negative_seed_is_refused():
    with pytest.raises(ValueError, match="-1"):
        person(-1)


def test_people_are_the_persons_of_their_seeds():
    world = World(days=30)
    assert list(people([5, 2], world)) == [person(5, world), person(2, world)]


@pytest.mark.parametrize("seed", range(8))
def test_a_diary_reads_back_as_it_was_written(seed):
    diary = person(seed, World(rounding=0.5, illness_logged=True)).diary
    assert read(list(write(diary))) == diary


def test_a_diary_stays_readable_at_the_ends_of_the_switches():
    world = World(days=1500, progression=0.2, session_spread=1, programmes_change=False, noise=100)
    diary = person(1, world).diary
    assert read(list(write(diary))).problems == ()


@pytest.mark.parametrize("days", [14, 180, 400])
def test_the_diary_is_as_long_as_the_switch_says(days):
    diary = person(1, World(days=days)).diary
    assert (diary.last.date() - diary.first.date()).days == days - 1


def test_the_diary_holds_the_outcomes_and_no_others(twenty):
    assert all(set(outcomes(each.diary)) == set(each.outcomes) for each in twenty)


def test_there_are_as_many_outcomes_and_exposures_as_the_switches_say():
    one = person(1, World(regions=5, exposures=20, breaks=0, sessions=False))
    assert len(one.outcomes) == 5
    assert len(keys(one.diary)) == 20


def test_a_trigger_stands_in_the_diary_at_least_five_times(twenty):
    for each in twenty:
        written = keys(each.diary)
        assert all(written[planted.exposure] >= 5 for planted in each.planted)


def test_a_trigger_survives_when_pain_keeps_people_from_nearly_everything():
    world = World(skip_when_bad=1, days=60, effect_mean=4, flare_ups=20)
    for each in people(range(20), world):
        assert all(keys(each.diary)[planted.exposure] >= 5 for planted in each.planted)


def test_no_region_has_more_than_four_triggers_or_one_twice(twenty):
    for each in twenty:
        regions = Counter(planted.outcome for planted in each.planted)
        assert max(regions.values(), default=0) <= 4
        assert len({(planted.outcome, planted.exposure) for planted in each.planted}) == len(each.planted)


def test_planted_points_are_at_least_the_least():
    planted = [each for one in people(range(5), World(effect_least=0.7, regions=15)) for each in one.planted]
    assert min(abs(each.points) for each in planted) == pytest.approx(0.7)


def test_exercises_are_of_the_library_and_written_in_detail(twenty):
    rows = [entry for each in twenty for entry in each.diary.of("exercise")]
    assert all(entry.what in EXERCISES for entry in rows)
    assert all(entry.value or (entry.text("sets") and entry.text("effort")) for entry in rows)


def test_past_the_library_things_get_names_of_the_persons_own():
    names = "; ".join(keys(person(1, World(exposures=400)).diary))
    assert "food:own dish" in names
    assert "exercise:own exercise" in names


def test_the_truth_can_be_told_as_a_document():
    one = person(2)
    told = truth(one)
    assert [row["exposure"] for row in told["planted"]] == [each.exposure for each in one.planted]
    assert told["world"]["days"] == 180
    assert {row["region"] for row in told["outcomes"]} == {each.region for each in one.outcomes}


@pytest.mark.parametrize("seed", range(5))
def test_random_food_data_hold_meals_and_pain_and_no_trigger(seed):
    one = random_food_person(seed)
    assert one.planted == ()
    assert {entry.kind for entry in one.diary.entries} == {"fact", "food", "pain"}
    assert 84 <= one.world.days <= 180
    assert 20 <= len(keys(one.diary)) <= 25
    assert read(list(write(one.diary))) == one.diary


def test_random_food_days_have_several_meals():
    meals = {entry.time for entry in random_food_person(1).diary.of("food")}
    assert 2.5 < len(meals) / random_food_person(1).world.days <= 3

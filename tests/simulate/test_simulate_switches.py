"""Every switch does what its name says, and leaves the rest as it was."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from flarepath.errors import UnknownId
from flarepath.simulate import World, people, person, world_of

DOCS = (Path(__file__).parents[2] / "docs" / "method" / "simulate.md").read_text()
FREE = World(skip_when_bad=0, regions=6)
FELT_ONLY = {
    "noise": 0.0,
    "report_noise": 0.0,
    "trend": 0.0,
    "weekday_effect": 0.0,
    "flare_ups": 0.0,
    "unlogged_events": 0.0,
    "region_correlation": 0.0,
    "share_missing": 0.0,
    "missing_on_bad_days": 0.0,
    "rounding": 0.5,
    "baseline_most": 1.0,
    "checkins_a_day": 3,
    "checkin_spread_hours": 0.0,
    "tiny_effects": 0.1,
    "illness_logged": True,
    "repeated_bout": 0.0,
    "bout_floor": 0.0,
    "dose_bend": 0.0,
    "effect_sd": 0.0,
}
"""Switches that change what is felt or planted, not what is done."""


def done(one):
    return [entry for entry in one.diary.entries if entry.kind not in {"pain", "event"}]


def doses(one, kind, what=""):
    """The daily total of one exposure, shape days."""
    total, first = np.zeros(one.world.days), one.diary.first.date()
    for entry in one.diary.of(kind):
        if entry.what == what:
            total[(entry.time.date() - first).days] += entry.value or 1
    return total


@pytest.mark.parametrize("switch", FELT_ONLY)
def test_a_switch_of_what_is_felt_leaves_what_is_done(switch):
    changed = person(11, replace(FREE, **{switch: FELT_ONLY[switch]}))
    assert done(changed) == done(person(11, FREE))
    assert [each.exposure for each in changed.planted] == [each.exposure for each in person(11, FREE).planted]


@pytest.mark.parametrize("switch", FELT_ONLY)
def test_a_switch_of_what_is_felt_changes_the_diary_or_the_truth(switch):
    felt = person(11, replace(FREE, **{switch: FELT_ONLY[switch]}))
    assert (felt.diary, felt.planted) != (person(11, FREE).diary, person(11, FREE).planted)


def test_a_null_person_of_a_still_world_always_feels_the_same(still, pain):
    assert set(pain(still(1, null_share=1).diary)) == {5.0}


def test_a_trigger_moves_the_pain_of_a_still_world(still, pain):
    assert len(set(pain(still(2, null_share=0).diary))) > 10


def test_nobody_is_null_where_the_share_is_none():
    assert all(each.planted for each in people(range(6), World(null_share=0, regions=12)))


@pytest.mark.parametrize(("how_often", "hours"), [(1, {20}), (2, {8, 20}), (3, {8, 13, 20})])
def test_check_ins_come_at_their_hours(still, how_often, hours):
    diary = still(1, checkins_a_day=how_often, checkin_spread_hours=0).diary
    times = {entry.time for entry in diary.of("pain")}
    assert len(times) == 180 * how_often
    assert {time.hour for time in times} <= hours | {hour + shift for hour in hours for shift in (-1, 1)}


def test_missing_check_ins_are_as_many_as_the_switch_says(twenty):
    kept = [len({entry.time for entry in each.diary.of("pain")}) / 360 for each in twenty]
    assert np.mean(kept) == pytest.approx(0.8, abs=0.02)


def test_bad_days_are_missing_more_often(pain):
    worse = [np.mean(pain(person(seed, World(missing_on_bad_days=2)).diary)) for seed in range(10)]
    usual = [np.mean(pain(person(seed, World(missing_on_bad_days=0)).diary)) for seed in range(10)]
    assert np.all(np.array(worse) < np.array(usual))


def test_pain_keeps_people_from_training(twenty):
    free = [len(person(each.seed, FREE).diary.of("exercise")) for each in twenty]
    assert sum(len(each.diary.of("exercise")) for each in twenty) < 0.95 * sum(free)


def test_what_is_forgotten_is_a_small_share():
    kept = sum(len(done(one)) for one in people(range(5), FREE))
    assert kept / sum(len(done(one)) for one in people(range(5), replace(FREE, forgotten_share=0))) == pytest.approx(
        0.97, abs=0.01
    )


def test_points_are_whole_unless_the_switch_says_otherwise(pain):
    assert all(value == round(value) for value in pain(person(1).diary))
    assert any(value != round(value) for value in pain(person(1, World(rounding=0.5)).diary))


def test_points_stay_on_the_scale(pain):
    values = pain(person(1, World(noise=5)).diary)
    assert (min(values), max(values)) == (0, 10)


def test_stress_remembers_the_day_before():
    before_after = [doses(one, "stress") for one in people(range(10), World(forgotten_share=0))]
    alike = [np.corrcoef(row[1:], row[:-1])[0, 1] for row in before_after]
    assert 0.5 < np.mean(alike) < 0.75


@pytest.mark.parametrize(("links", "least", "most"), [(1.0, 0.6, 0.8), (0.0, -0.1, 0.1)])
def test_sitting_and_screen_hang_together(links, least, most):
    made = list(people(range(10), World(forgotten_share=0, daily_links=links, illnesses=0)))
    alike = [np.corrcoef(doses(one, "sitting"), doses(one, "screen"))[0, 1] for one in made]
    assert least < np.mean(alike) < most


def test_a_pair_of_foods_comes_together():
    world = World(exposures=140, food_pairs=99, forgotten_share=0)
    alike = [
        np.corrcoef(doses(one, "food", "bread"), doses(one, "food", "butter"))[0, 1] for one in people(range(5), world)
    ]
    apart = [
        np.corrcoef(doses(one, "food", "bread"), doses(one, "food", "butter"))[0, 1]
        for one in people(range(5), replace(world, food_pairs=0))
    ]
    assert np.mean(alike) > 0.4
    assert abs(np.mean(apart)) < 0.15


def partners(world):
    """For each exercise, how closely its nearest partner follows it; the median over ten people."""
    found = []
    for one in people(range(10), world):
        rows = np.array([doses(one, "exercise", name) for name in {entry.what for entry in one.diary.of("exercise")}])
        alike = np.corrcoef(rows)
        found += list(np.max(alike - 2 * np.eye(len(alike)), axis=1))
    return np.median(found)


def test_exercises_of_a_session_come_together():
    assert partners(World(programmes_change=False, exposures=60)) > 0.85


def test_without_sessions_exercises_come_by_themselves():
    assert partners(World(sessions=False, breaks=0, illnesses=0, skip_when_bad=0)) < 0.4


def test_illness_is_logged_only_where_the_switch_says_so():
    often = World(illnesses=10)
    assert not person(1, often).diary.of("event")
    assert person(1, replace(often, illness_logged=True)).diary.of("event")


def test_the_ill_hurt_more_and_train_less(pain):
    well, ill = (list(people(range(8), replace(FREE, illnesses=often, breaks=0))) for often in (0, 20))
    assert np.mean([np.mean(pain(one.diary)) for one in ill]) > np.mean([np.mean(pain(one.diary)) for one in well])
    assert sum(len(one.diary.of("exercise")) for one in ill) < 0.8 * sum(len(one.diary.of("exercise")) for one in well)


def test_nothing_protects_where_the_switch_says_so():
    planted = [each for one in people(range(6), World(protective=0, regions=12)) for each in one.planted]
    assert min(each.points for each in planted) > 0


def test_an_exercise_near_a_region_is_likelier_to_move_it_with_the_switch():
    def exercises(world):
        return sum(each.exposure.startswith("exercise:") for one in people(range(6), world) for each in one.planted)

    assert exercises(World(anatomy=50, regions=15)) > 1.5 * exercises(World(regions=15))


def test_shared_triggers_move_more_than_one_region():
    def shared(share):
        planted = [[each.exposure for each in one.planted] for one in people(range(10), World(shared_triggers=share))]
        return sum(len(names) - len(set(names)) for names in planted)

    assert shared(1) > 3 * shared(0)


@pytest.mark.parametrize(
    ("switch", "value"), [("days", 3), ("noise", float("nan")), ("noise", -1), ("regions", 99), ("checkins_a_day", 4)]
)
def test_a_switch_out_of_its_range_is_refused(switch, value):
    with pytest.raises(ValueError, match=f"{switch} is"):
        World(**{switch: value})


def test_baselines_that_exclude_each_other_are_refused():
    with pytest.raises(ValueError, match="baseline_least"):
        World(baseline_least=5, baseline_most=4)


def test_switches_can_be_given_as_text():
    assert world_of({"days": "90", "noise": ".5", "sessions": "no"}) == World(days=90, noise=0.5, sessions=False)


def test_an_unknown_switch_is_refused_with_the_nearest():
    with pytest.raises(UnknownId, match="flare_ups"):
        world_of({"flareups": "1"})


@pytest.mark.parametrize(("name", "text"), [("days", "1.5"), ("noise", "loud"), ("sessions", "perhaps")])
def test_a_text_that_is_no_value_is_refused(name, text):
    with pytest.raises(ValueError, match=f"{name} is '{text}'"):
        world_of({name: text})


@pytest.mark.parametrize("field", fields(World), ids=lambda field: field.name)
def test_every_switch_stands_in_the_docs_with_its_default(field):
    default = {True: "yes", False: "no"}.get(field.default) if isinstance(field.default, bool) else f"{field.default:g}"
    assert f"| `{field.name}` | {default} |" in DOCS

"""The seven computed vectors of EVIDENCE 3.2, and the rules about families, floors, cap and verdict."""

import pytest

from flarepath.flares.table import cause_table
from flarepath.flares.weigh import bounded, counting, families_answered, posterior, verdict
from flarepath.rules import Answer, Finding

TABLE = cause_table()
VECTORS = [
    (
        "trained",
        ["peak_24_72_hours", "novel_work", "dull_and_tender", "range_down"],
        {"sore_muscle": 0.93},
    ),
    (
        "trained",
        [
            "onset_8_24_hours",
            "short_work_of_short_muscle",
            "in_neighbour_of_short_muscle",
            "range_below_cutoff",
            "repeat_no_better",
        ],
        {"short_muscle": 0.64, "joint_tendon_nerve": 0.20},
    ),
    (
        "trained",
        ["onset_1_8_hours", "stretch_of_long_muscle", "pinch_in_front", "tight_but_long", "easing_rebounds"],
        {"long_weak_muscle": 0.63, "joint_tendon_nerve": 0.21},
    ),
    (
        "untrained",
        ["no_training_72_hours", "widespread_untrained", "bad_sleep_or_stress"],
        {"stress": 0.57, "fluctuation": 0.20, "systemic": 0.19},
    ),
    (
        "untrained",
        ["no_training_72_hours", "widespread_untrained", "twelve_weeks_no_change", "malaise_cluster"],
        {"systemic": 0.62, "stress": 0.27},
    ),
    (
        "trained",
        ["onset_at_once", "impact_or_compression", "insertion_or_nerve", "repeat_no_better"],
        {"joint_tendon_nerve": 0.85},
    ),
    ("trained", ["peak_24_72_hours"], {"sore_muscle": 0.61}),
]


def yes(*names):
    return tuple(Finding(name, Answer.YES, "", (), "expert") for name in names)


@pytest.mark.parametrize(("prior", "names", "expected"), VECTORS, ids=range(1, 8))
def test_the_computed_vectors_come_out(prior, names, expected):
    found = posterior(counting(yes(*names)), prior=TABLE.priors[prior])
    assert {cause: round(found[cause], 2) for cause in expected} == expected


def test_one_family_is_not_enough_however_sure_it_looks():
    found = posterior(counting(yes("peak_24_72_hours")), prior=TABLE.priors["trained"])
    assert verdict(found, families=families_answered(yes("peak_24_72_hours"))) == "not_enough_yet"


def test_every_prior_sums_to_one():
    assert all(sum(row.values()) == pytest.approx(1) for row in TABLE.priors.values())


def test_in_a_family_only_the_item_with_the_widest_spread_counts():
    assert [f.name for f in counting(yes("onset_8_24_hours", "peak_24_72_hours"))] == ["peak_24_72_hours"]


def test_new_work_counts_for_nothing_while_stress_holds():
    assert [f.name for f in counting(yes("novel_work", "bad_sleep_or_stress"))] == ["bad_sleep_or_stress"]


def test_new_work_counts_without_stress():
    assert [f.name for f in counting(yes("novel_work", "malaise_cluster"))] == ["novel_work", "malaise_cluster"]


def test_an_item_the_log_shows_to_be_absent_answers_its_family():
    absent = Finding("novel_work", Answer.NO, "", (), "expert")
    unknown = Finding("range_down", Answer.UNKNOWN, "", (), "expert")
    assert families_answered((absent, unknown)) == 1


def test_systemic_and_joint_causes_never_sink_below_the_floor():
    found = bounded(posterior(counting(yes(*VECTORS[0][1])), prior=TABLE.priors["trained"]))
    assert min(found["systemic"], found["joint_tendon_nerve"]) >= 0.03


def test_nothing_is_shown_surer_than_nine_in_ten():
    found = bounded(posterior(counting(yes(*VECTORS[0][1])), prior=TABLE.priors["trained"]))
    assert max(found.values()) <= 0.90
    assert sum(found.values()) == pytest.approx(1)


def test_old_soreness_sinks_to_its_floor_and_the_rest_is_scaled():
    found = bounded(dict(TABLE.priors["trained"]), sunk=frozenset({"sore_muscle"}))
    assert found["sore_muscle"] == 0.03
    assert sum(found.values()) == pytest.approx(1)


SPLIT = dict.fromkeys(TABLE.order, 0.05)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"stress": 0.60, "systemic": 0.20}, "looks_most_like"),
        ({"stress": 0.56, "systemic": 0.37}, "two_explanations"),
        ({"stress": 0.45, "systemic": 0.30}, "two_explanations"),
        ({"stress": 0.34, "systemic": 0.30}, "no_cause_found"),
        ({"fluctuation": 0.60, "systemic": 0.36}, "no_cause_found"),
    ],
)
def test_the_verdict_follows_the_margins(changed, expected):
    assert verdict(SPLIT | changed, families=3) == expected

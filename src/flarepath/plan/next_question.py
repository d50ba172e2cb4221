"""The one test that would tell most: what separates the two likeliest causes (EVIDENCE 3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from types import MappingProxyType
from typing import Any

from flarepath.exercises import EXERCISES
from flarepath.flares import CauseClass, cause_table
from flarepath.plan.around import had_allergic_sign, needs_dietitian
from flarepath.plan.model import NextTest
from flarepath.plan.prescribe import both_tests
from flarepath.plan.setting import Setting
from flarepath.plan.words import standard
from flarepath.rules import Answer
from flarepath.sources import load_table

CHOSEN = frozenset({"exercise", "stretch", "massage"})
"""Kinds of exposure that a person can do on one day and leave on another without a doctor or a dietitian."""

TABLE: Mapping[str, Any] = MappingProxyType(load_table("flarepath.plan", "tests.toml"))
"""The tests by what they test."""


def next_test(setting: Setting) -> NextTest | None:
    """The next test: one thing to log where too little is known, else what separates the two likeliest causes.

    Args:
        setting: the moment.
    """
    if setting.clearance.level == "days":
        return None
    if setting.explanation.region in setting.heat.hot:
        # Nothing that works a place so high is tried out, only looked at.
        return _test(TABLE["test"]["fluctuation"], setting, tuple(TABLE["test"]["fluctuation"]["separates"]))
    return _telling(setting)


def _telling(setting: Setting) -> NextTest:
    """What would tell most where nothing is so high that it can only be watched."""
    verdict, pair = setting.explanation.verdict, _pair(setting)
    partners = _partners(setting)
    guarded = needs_dietitian(setting.diary) or had_allergic_sign(setting.diary)
    if setting.told("follows_one_food") and not guarded:
        return _test(TABLE["food"], setting, tuple(TABLE["food"]["separates"]))
    if partners:
        named = " and ".join(_name(key) for key in partners)
        return _test(TABLE["apart"], setting, partners, asks=named)
    if verdict == "not_enough_yet" and _is_untested(setting):
        return _test(TABLE["two_tests"], setting, pair)
    if verdict in ("not_enough_yet", "no_cause_found"):
        asks = _most_telling(setting)
        if asks:
            return _test(TABLE["log"], setting, pair, asks=asks)
    # A second explanation that is hardly possible needs no test of its own.
    close = (
        setting.explanation.causes[1:]
        and setting.explanation.causes[1].probability >= setting.numbers["test_second_share"]
    )
    row = (_of_pair(pair, tested=_is_tested(setting)) if close else None) or TABLE["test"][setting.leading]
    return _test(row, setting, pair if set(row["of"]) == set(pair) else tuple(row["separates"]))


def _partners(setting: Setting) -> tuple[str, ...]:
    """Two exposures that the person does together and of which one drives this pain; empty where none stand out."""
    sets = (trigger for trigger in setting.explanation.triggers if trigger.effect.mean > 0)
    for trigger in sets:
        keys = tuple(exposure.key for exposure in trigger.exposures if exposure.kind in CHOSEN)
        if len(keys) > 1 and trigger.probability >= setting.numbers["partners_probability"]:
            return keys[:2]
    return ()


def _name(key: str) -> str:
    what = key.partition(":")[2]
    return EXERCISES[what].name if what in EXERCISES else what.replace("_", " ")


def _pair(setting: Setting) -> tuple[CauseClass, ...]:
    return (setting.leading, setting.second) if setting.second else (setting.leading,)


def _is_tested(setting: Setting) -> bool:
    """Length and strength are known, each by two tests on different days."""
    state = setting.state(setting.muscle)
    return state.length_concordant and state.strength_concordant


def _of_pair(pair: tuple[CauseClass, ...], *, tested: bool) -> dict[str, Any] | None:
    rows = [row for row in TABLE["test"].values() if not (tested and row["kind"] == "measure")]
    return next((row for row in rows if len(pair) > 1 and set(row["of"]) == set(pair)), None)


def _is_untested(setting: Setting) -> bool:
    """The length or strength of the muscle is unknown and one of the two likeliest causes turns on it."""
    turns_on_it = {"short_muscle", "long_weak_muscle", "sore_muscle"} & set(_pair(setting))
    state = setting.state(setting.muscle)
    return bool(setting.muscle and turns_on_it and "unknown" in (state.length, state.strength))


def _most_telling(setting: Setting) -> str:
    """What to write down: the unknown feature that moves the two likeliest causes furthest apart."""
    table, pair = cause_table().features, _pair(setting)
    unknown = [
        table[f.rule]
        for f in setting.explanation.findings
        if f.answer is Answer.UNKNOWN and f.rule in table and table[f.rule].asks
    ]
    apart = {feature.asks: abs(log(feature.ratios[pair[0]]) - log(feature.ratios[pair[-1]])) for feature in unknown}
    best = max(apart, key=lambda asks: apart[asks], default="")
    return best if best and (apart[best] >= setting.numbers["test_apart"] or len(pair) == 1) else ""


def _test(row: Mapping[str, Any], setting: Setting, separates: tuple[str, ...], *, asks: str = "") -> NextTest:
    words = {**standard(setting), "asks": asks, "tests": both_tests(setting)}
    return NextTest(row["kind"], row["question"].format_map(words), row["days"], separates)

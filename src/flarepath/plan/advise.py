"""The plan: from an explanation to a few actions, smallest first, one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from flarepath.diary import Diary
from flarepath.flares import Explanation
from flarepath.plan import around, light, steps, trials
from flarepath.plan.avoid import avoid
from flarepath.plan.clocks import NinetyDays, TacticClock, ninety_days
from flarepath.plan.lead import is_of_training, lead, path_of_lead
from flarepath.plan.locks import WHOLE
from flarepath.plan.model import Advice, Plan
from flarepath.plan.next_question import next_test
from flarepath.plan.numbers import NUMBERS
from flarepath.plan.prescribe import prescription
from flarepath.plan.referral import summary
from flarepath.plan.setting import Setting
from flarepath.plan.words import standard
from flarepath.safety import Clearance, NotCleared, Referral
from flarepath.sources import Numbers, load_table

ADVISED: Final = frozenset({"clear", "next_visit", "days"})
"""The levels at which anything is advised."""

ORDER: Final = ("now", "tomorrow", "later")

CLOCKS: Final = ("stretch_clock", "strength_clock")
"""The clocks say nothing while a flare-up lasts: its level hides what the tactic did."""

ON_SUSPECT: Final = frozenset({"pause", "ease_muscle", "rest_a_day", "change_angle", "change", "return_small"})
"""Actions that give the suspected exercise a dose."""

FIRST: Final = ("high_for_long", "hungry")
"""What cannot wait for any explanation."""

BESIDE: Final = ("first_things_first", "keep_going", "both_ways", "offer", "masked", "gaps")
"""What the log may ask for besides, whatever the cause."""

PATHS: Final[Mapping[str, Any]] = MappingProxyType(load_table("flarepath.plan", "paths.toml"))
"""Which actions a cause or a verdict leads to."""


@dataclass(frozen=True)
class _Bench:
    """A setting with its clocks, read once."""

    setting: Setting

    @cached_property
    def stretching(self) -> TacticClock | None:
        return trials.stretching(self.setting)

    @cached_property
    def gate(self) -> NinetyDays:
        return ninety_days(self.setting.diary, at=self.setting.at, numbers=self.setting.numbers)

    @property
    def stretching_helps(self) -> bool:
        clock = self.stretching if self.setting.explanation.flare is None else None
        return clock is not None and clock.judgement in ("helps", "masked")


def _leave_stretch(bench: _Bench) -> Advice | None:
    if bench.stretching_helps:
        return None
    return steps.leave_stretch(bench.setting, record=trials.record(bench.stretching, bench.setting))


Step = Callable[[_Bench], Advice | None]

STEPS: Final[Mapping[str, Step]] = MappingProxyType(
    {
        "lead": lambda b: lead(b.setting),
        "pause": lambda b: light.pause(b.setting),
        "ease_muscle": lambda b: steps.ease_muscle(b.setting),
        "ease_place": lambda b: steps.ease_place(b.setting),
        "light_session": lambda b: light.light_session(b.setting),
        "change": lambda b: steps.change(b.setting),
        "poor_form": lambda b: steps.poor_form(b.setting),
        "return_small": lambda b: steps.return_small(b.setting),
        "strengthen_weak": lambda b: None if b.stretching_helps else steps.strengthen_weak(b.setting),
        "light_known": lambda b: light.light_known(b.setting),
        "both_ways": lambda b: around.both_ways(b.setting),
        "offer": lambda b: around.offer(b.setting),
        "leave_short": lambda b: steps.leave_short(b.setting),
        "prescription": lambda b: None if b.stretching_helps else prescription(b.setting),
        "two_tests": lambda b: steps.two_tests(b.setting),
        "leave_stretch": _leave_stretch,
        "recover": lambda b: around.recover(b.setting),
        "short_session": lambda b: around.short_session(b.setting),
        "wait": lambda b: around.wait_it_out(b.setting),
        "high_for_long": lambda b: around.high_for_long(b.setting),
        "see_doctor": lambda b: around.see_doctor(b.setting, b.gate),
        "keep_comfortable": lambda b: around.keep_comfortable(b.setting),
        "food_test": lambda b: around.food_test(b.setting),
        "rest_a_day": lambda b: steps.rest_a_day(b.setting),
        "change_angle": lambda b: steps.change_angle(b.setting),
        "morning_check": lambda b: steps.morning_check(b.setting),
        "small_dose": lambda b: steps.small_dose(b.setting),
        "stretch_clock": lambda b: trials.judged(b.stretching, b.setting),
        "strength_clock": lambda b: trials.judged(trials.strengthening(b.setting), b.setting),
        "keep_going": lambda b: around.keep_going(b.setting, b.gate),
        "first_things_first": lambda b: around.first_things_first(b.setting, b.gate),
        "hungry": lambda b: around.hungry(b.setting),
        "fear": lambda b: around.fear(b.setting),
        "small_step": lambda b: around.small_step(b.setting),
        "next_visit": lambda b: around.next_visit(b.setting),
        "masked": lambda b: around.masked(b.setting),
        "gaps": lambda b: around.gaps(b.setting),
    }
)
"""Every action by its name in `paths.toml`."""


def plan(clearance: Clearance, explanation: Explanation, *, diary: Diary, numbers: Numbers = NUMBERS) -> Plan:
    """What to change: at least one action for now and one for tomorrow, each with a day to look again.

    Args:
        clearance: what only `safety` issues; without it nothing is advised.
        explanation: what the flare part concludes.
        diary: the person's diary; what is later than the explanation's moment does not exist.
        numbers: the part's numbers.

    Raises:
        NotCleared: the clearance is of a level at which nothing is advised.
    """
    if clearance.level not in ADVISED:
        raise NotCleared(clearance.level, clearance.findings)
    bench = _Bench(Setting(clearance, explanation, diary.until(explanation.at), numbers))
    if clearance.level == "days" or clearance.locked & (WHOLE | {explanation.region}):
        return _until_seen(bench.setting)
    advice = _chosen(bench)
    return Plan(
        advice=advice,
        avoid=avoid(bench.setting, stretching_helps=bench.stretching_helps),
        next_test=next_test(bench.setting),
        refer=_referral(bench.setting, advice),
    )


def _until_seen(setting: Setting) -> Plan:
    """A professional within days; until then only work elsewhere that does not hurt."""
    return Plan(
        (around.book(setting), around.elsewhere(setting)),
        avoid(setting, stretching_helps=False),
        None,
        _refer(setting, "days"),
    )


def _chosen(bench: _Bench) -> tuple[Advice, ...]:
    # What the whole diary ties the pain to comes before every cause, but never before an empty stomach or a visit. Of
    # an exercise the causes know more: what they make of it is the order, and the lead's own where they say nothing.
    path, beside = (*_urgent(bench), *_path(bench.setting)), _beside(bench)
    first, last = ((), ("lead",)) if is_of_training(bench.setting) else (("lead",), ())
    names = dict.fromkeys((*FIRST, *first, *path, *last, *beside))
    found: dict[str, Advice] = {}
    for name in names:
        action = None if _is_settled(name, found) else STEPS[name](bench)
        if action and not _repeats(action, found.values()):
            found[name] = action
    return tuple(sorted(_complete(list(found.values()), bench), key=lambda each: ORDER.index(each.when)))


def _is_settled(name: str, found: Mapping[str, Advice]) -> bool:
    """Whether an action is answered already: something is done now, or the tests decided what the clock would ask."""
    if name == "ease_place":
        return any(each.when == "now" for each in found.values())
    if name in ON_SUSPECT and "pause" in found:
        # One order for one exercise: a pause cannot stand beside a dose of the same.
        return True
    if name == "lead":
        return bool(found.keys() & ON_SUSPECT)
    if name == "food_test":
        return any(each.startswith(("lead_food", "food_")) for each in (one.name for one in found.values()))
    return name in CLOCKS and bool(found.keys() & {"leave_stretch", "prescription", "strengthen_weak"})


def _repeats(action: Advice, found: Iterable[Advice]) -> bool:
    """Whether an action says the same again, or begins a second thing to strengthen at the same time (R25)."""
    if action.adjustment == "strengthen" and any(each.adjustment == "strengthen" for each in found):
        return True
    return action.do in {each.do for each in found}


def _complete(found: list[Advice], bench: _Bench) -> list[Advice]:
    """No more than a person can hold, with at least one action for now and one for tomorrow."""
    most = int(bench.setting.numbers["most_steps"])
    kept = found[:most]
    if not any(each.when == "now" for each in kept):
        kept = [steps.ease_place(bench.setting), *kept[: most - 1]]
    if not any(each.when == "tomorrow" for each in kept):
        kept = [*kept[: most - 1], steps.morning_check(bench.setting)]
    return kept


def _urgent(bench: _Bench) -> tuple[str, ...]:
    """What comes before every cause: a recent illness, signs of the whole body, a place that nothing changed."""
    setting = bench.setting
    signs = around.has_body_signs(setting) or (setting.leading == "systemic" and setting.explanation.lead is None)
    unchanged = bench.gate.open and setting.explanation.region in bench.gate.unchanged
    return (*(("food_test", "wait", "see_doctor") if signs or unchanged else ()), "small_step")


def _path(setting: Setting) -> tuple[str, ...]:
    """The actions of the verdict; of two explanations those of the first that the second does not rule out."""
    explanation = setting.explanation
    if explanation.hiding:
        return ()
    besides = path_of_lead(setting)
    if besides is not None:
        return besides
    if "under_used" in explanation.meaning and not _another_leads(setting):
        return ("small_dose",)
    if explanation.verdict in ("not_enough_yet", "no_cause_found"):
        return tuple(PATHS["verdict"][explanation.verdict]["steps"])
    named: tuple[str, ...] = tuple(PATHS["cause"][setting.leading]["steps"])
    if explanation.verdict == "looks_most_like" or setting.second is None:
        return named
    ruled_out = PATHS["cause"][setting.second]["rules_out"]
    return (*(name for name in named if name not in ruled_out), *PATHS["verdict"]["two_explanations"]["steps"])


def _another_leads(setting: Setting) -> bool:
    likely = setting.explanation.verdict == "looks_most_like"
    return likely and setting.leading in ("stress", "systemic", "joint_tendon_nerve")


def _beside(bench: _Bench) -> tuple[str, ...]:
    """What the log asks for besides, whatever the cause."""
    clocks = CLOCKS if bench.setting.explanation.flare is None else ()
    return ("fear", "light_known", "next_visit", *clocks, *BESIDE)


def _referral(setting: Setting, advice: tuple[Advice, ...]) -> Referral | None:
    if any(each.name == "high_for_long" for each in advice):
        return _refer(setting, "days")
    asked = setting.clearance.level == "next_visit" or any(each.adjustment == "refer" for each in advice)
    return _refer(setting, "next_visit") if asked else None


def _refer(setting: Setting, urgency: Any) -> Referral:  # noqa: ANN401 - one of the two levels above
    work_up = setting.leading == "systemic"
    text = summary(setting.clearance, setting.explanation, diary=setting.diary, work_up=work_up)
    to = str(standard(setting)["doctor"])
    return Referral(urgency, f"{to}, within 7 days" if urgency == "days" else to, text)

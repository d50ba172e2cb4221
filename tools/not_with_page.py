"""Write `docs/method/not-with.md`: for whom which row of the library, the home tests and the night card is out.

Run `make knowledge` after a table changed; a test holds the page against the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flarepath.exercises import EXERCISES, RULES, TESTS, TRAITS, Exercise, HomeTest, Rule
from flarepath.safety.wording import CARDS
from flarepath.sources import source

PAGE = Path(__file__).parents[1] / "docs" / "method" / "not-with.md"

INTRO = """# What is not for whom

Every exercise, stretch, massage, home test and night card states what it asks of the body: its **traits**. Every fact a
person can tell, and events, qualities and answers, name the traits that are out. One filter (`flarepath.plan.allowed`)
reads both and stands before everything that hands out movement: the plan, the week and what it keeps, its swaps, the
first week, the home tests, `swap`, the library, the session under way and the night card.

How it judges, in this order:

1. **Locks.** What works, bends or pulls on a place that the safety answers lock.
2. **Rules** (below): a fact, an event, the newest quality of a place or an answer that excludes a trait. Rules about a
   place hold for that place; one told without a place counts for all. A row may name a fact or an event of its own.
3. **Levels.** Nothing works or bends a place at 6 of 10 and more, or at 4 and more where it is sharp, pinches or jams,
   until it is back at 3 (or at its usual, at most 5). A home test waits for 3, for 72 hours after hard work of its
   muscle, and is out where a place is numb or electric.

A movement that works one side while the other rests (trait `other_side_rests`) may be done on the other side.
The **ceiling** is what is left: the most effort and the longest hold. It holds for strength and endurance, not for
stretches. A name that the library does not know is read by its words and by the muscles that were felt; where nothing
says what it asks, it is not raised, and the person is told to ask whoever looks after them.

Limits: the traits are our reading of each movement, row by row; the rules are usual clinical advice in its careful form
(the sources below are recalled, not quoted), and nobody has measured how often they leave out something that would have
been fine. They say what is left out here, not what a person who knows you may allow. The two tables
`exercises/traits.toml` and `exercises/not_with.toml` are the whole knowledge; this page is written from them by
`tools/not_with_page.py`, and a test compares them.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([INTRO, *_rules(), *_traits(), *_matrix(), ""])


def _rules() -> Iterator[str]:
    yield "## The rules\n"
    yield "| rule | about | where, when | traits that are out | at most | why | source |"
    yield "|---|---|---|---|---|---|---|"
    for rule in RULES.values():
        never = ", ".join(sorted(rule.never)) or "nothing"
        cells = (rule.id, _about(rule), _when(rule), never, _most(rule), rule.says, source(rule.source).who)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _about(rule: Rule) -> str:
    return f"{rule.subject}: {', '.join(sorted(rule.names))}"


def _when(rule: Rule) -> str:
    told = [
        f"near {', '.join(sorted(rule.near))}" if rule.near else "",
        "told without a place" if rule.unplaced else "",
        f"{rule.hours / 168:g} weeks"
        if rule.hours and rule.hours % 168 == 0
        else f"{rule.hours:g} h"
        if rule.hours
        else "",
        f"from week {rule.from_weeks}, or week unknown" if rule.from_weeks else "",
        "until a professional has looked" if rule.until_seen else "",
        "also all that works or bends the place" if rule.closes else "",
    ]
    return "; ".join(filter(None, told)) or "always"


def _most(rule: Rule) -> str:
    told = [
        f"effort {rule.effort:g}" if rule.effort is not None else "",
        f"holds of {rule.hold_seconds:g} s" if rule.hold_seconds is not None else "",
        "" if rule.may_raise else "no raise",
    ]
    return ", ".join(filter(None, told)) or "-"


def _traits() -> Iterator[str]:
    yield "## The traits\n"
    yield "| trait | it ... | asked by |"
    yield "|---|---|---|"
    for trait in TRAITS.values():
        asked = [each.id for each in (*EXERCISES.values(), *TESTS.values()) if trait.id in each.traits]
        yield f"| {trait.id} | {trait.means} | {', '.join(asked)} |"
    yield ""


def _matrix() -> Iterator[str]:
    rules = [rule for rule in RULES.values() if rule.subject == "fact"]
    yield "## The matrix: every row against every fact\n"
    yield "x: out. A dot: looked at, and left in. The columns:\n"
    yield from (f"{number}. {rule.id.replace('_', ' ')}" for number, rule in enumerate(rules, 1))
    yield ""
    yield f"| row | {' | '.join(str(number) for number, _ in enumerate(rules, 1))} |"
    yield f"|---|{'---|' * len(rules)}"
    rows: tuple[Exercise | HomeTest, ...] = (*EXERCISES.values(), *TESTS.values())
    for row in rows:
        name = f"{row.id} (test)" if isinstance(row, HomeTest) else row.id
        yield f"| {name} | {' | '.join(_cell(row, rule) for rule in rules)} |"
    for area, card in CARDS.items():
        for part in ("position", "move") if area != "every" else ():
            out = ["x" if rule.names & set(card[f"{part}_not_with"]) else "." for rule in rules]
            yield f"| {area} {part} (night card) | {' | '.join(out)} |"


def _cell(row: Exercise | HomeTest, rule: Rule) -> str:
    return "x" if row.traits & rule.never or row.not_with & rule.names else "."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

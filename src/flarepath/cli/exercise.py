"""`flarepath exercise`: one exercise of the library, or the list of them."""

from __future__ import annotations

import sys
from typing import get_args

import click

from flarepath.cli.named import MuscleType, exercise_named, tools_named
from flarepath.cli.options import diary_option
from flarepath.cli.refusal import Exit
from flarepath.cli.show import before_all, exercise_page, list_page, paper, print_document, show_all
from flarepath.cli.standing import first_of, named, permitted
from flarepath.exercises import EXERCISES, PATTERNS, Exercise, exercise_document, is_at_hand, list_document
from flarepath.quantities import Zone

EXAMPLES = """\b
Examples:
  flarepath exercise romanian_deadlift
  flarepath exercise "Bulgarian split squats" --json
  flarepath exercise list --muscle hamstrings --zone long
"""

ALL = "list"
"""The word for the whole library."""


@click.command("exercise", epilog=EXAMPLES)
@click.argument("name", metavar="ID")
@click.option("--muscle", type=MuscleType(), default="", help="List only what is chosen for this muscle.")
@click.option("--zone", type=click.Choice(get_args(Zone)), help="List only what loads it there.")
@click.option("--pattern", type=click.Choice(PATTERNS), help="List only this kind of movement.")
@click.option("--equipment", help="List only what these tools allow, with commas: band,dumbbell; or none.")
@diary_option
@click.option("--json", is_flag=True, help="One JSON document.")
def command(  # noqa: PLR0913 - one argument an option
    name: str,
    muscle: str,
    zone: Zone | None,
    pattern: str | None,
    equipment: str | None,
    diary: str | None,
    *,
    json: bool,
) -> int:
    """One exercise: which muscles it works, at which length, how to do it, when to stop.

    ID is an id, a name or another name of it; "list" lists the library. It describes the exercise and gives no advice
    about a pain.
    """
    told = named(diary)
    may, first = permitted(told), first_of(told)
    above = before_all(first.get("safety", ""))
    if name == ALL:
        tools = None if equipment is None else tools_named(equipment)
        found = list_document(
            each
            for each in EXERCISES.values()
            if pattern in (None, each.pattern) and is_at_hand(each, tools) and _is_for(each, muscle, zone)
        )
        # The list is a list of rows, so what comes first stands beside it.
        show_all(above, paper(sys.stderr) if json else paper())
        print_document(found) if json else show_all(list_page(found), paper())
        return Exit.ANSWERED
    known = exercise_named(name)
    not_now = may.reason(known) if may else ""
    first |= {"not_now": not_now} if not_now else {}
    above = before_all(" ".join(first.values()))
    document = first | exercise_document(known)
    print_document(document) if json else show_all((*above, *exercise_page(document, paper().width)), paper())
    return Exit.ANSWERED


def _is_for(exercise: Exercise, muscle: str, zone: Zone | None) -> bool:
    chief = (work for work in exercise.work if work.role == "main")
    return any(muscle in ("", work.muscle) and zone in (None, work.zone) for work in chief)

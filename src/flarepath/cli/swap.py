"""`flarepath swap`: other exercises for the same muscles."""

from __future__ import annotations

from typing import get_args

import click

from flarepath.cli.named import MuscleType, exercise_named, tools_named
from flarepath.cli.options import RegionType, diary_option
from flarepath.cli.refusal import Exit
from flarepath.cli.show import before_all, paper, print_document, show_all, swap_page
from flarepath.cli.standing import first_of, named, permitted
from flarepath.exercises import PATTERNS, Wish, anything, none_because, swap_document, swaps
from flarepath.quantities import Zone

EXAMPLES = """\b
Examples:
  flarepath swap back_squat --hurts knee_front
  flarepath swap "toes to bar" --zone long --json
  flarepath swap bench_press --equipment dumbbell,band
"""


@click.command("swap", epilog=EXAMPLES)
@click.argument("exercise")
@click.option("--zone", type=click.Choice(get_args(Zone)), help="Where the muscle shall be loaded.")
@click.option("--pattern", type=click.Choice(PATTERNS), help="Only this kind of movement.")
@click.option(
    "--equipment", help="What is at hand, with commas: band,dumbbell; or none. Wall, chair and mat always are."
)
@click.option("--hurts", type=RegionType(), default="", metavar="REGION", help="Spare this place.")
@click.option("--muscle", type=MuscleType(), default="", help="The muscle that matters, of those it is chosen for.")
@diary_option
@click.option("--json", is_flag=True, help="One JSON document.")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    exercise: str,
    zone: Zone | None,
    pattern: str | None,
    equipment: str | None,
    hurts: str,
    muscle: str,
    diary: str | None,
    *,
    json: bool,
) -> int:
    """Other exercises for the same muscles, each with the reason and a first dose.

    The swap starts light and never inherits the old weight. It describes the library and gives no advice about a pain.
    """
    given = exercise_named(exercise)
    wish = Wish(zone, pattern or "", None if equipment is None else tools_named(equipment), hurts, muscle)
    told = named(diary)
    may, first = permitted(told), first_of(told, hurts=hurts)
    allows = may.permits if may else anything
    found = swaps(given.id, wish, allows=allows)
    reason = "" if found else none_because(given.id, wish, allows=allows)
    document = first | swap_document(given, found, none_because=reason)
    above = before_all(first.get("safety", ""))
    print_document(document) if json else show_all((*above, *swap_page(document)), paper())
    return Exit.ANSWERED

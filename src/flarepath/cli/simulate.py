"""`flarepath simulate`: people with known truth."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from flarepath.cli.progress import working
from flarepath.cli.refusal import Exit, Refused
from flarepath.diary import write
from flarepath.simulate import Person, World, people, truth, world_of

EXAMPLES = """\b
Examples:
  flarepath simulate > diary.csv
  flarepath simulate --seed 7 --days 90 --set flare_ups=0 --set illness_logged=yes
  flarepath simulate --people 20 --out people/
"""


@click.command("simulate", epilog=EXAMPLES)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Of the first person.")
@click.option("--people", "how_many", type=click.IntRange(min=1), default=1, show_default=True, help="How many.")
@click.option("--days", help="How long each diary is.  [default: 180]")
@click.option("--exposures", help="How many things may be done, eaten or counted.  [default: 40]")
@click.option("--regions", help="How many places may hurt.  [default: 3]")
@click.option("--set", "switches", multiple=True, metavar="NAME=VALUE", help="Any other switch; again for more.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="A folder for diaries and their truth.")
def command(*, seed: int, how_many: int, switches: tuple[str, ...], out: Path | None, **sizes: str | None) -> int:
    """Make diaries of people whose true triggers are known, to test an estimator or to try things out.

    The same seed gives the same person. Without --out one diary is printed; with it the folder gets
    person-1.csv and person-1.truth.json for seed 1, and so on. Nobody real stands behind them.
    """
    world = _world({name: size for name, size in sizes.items() if size is not None}, switches)
    made = people(range(seed, seed + how_many), world)
    if out:
        working("Making people", lambda: _keep(made, out))
    elif how_many > 1:
        raise Refused("More than one person needs a folder; say --out FOLDER.")
    else:
        click.echo("".join(write(next(made).diary)), nl=False)
    return Exit.ANSWERED


def _world(sizes: dict[str, str], switches: Iterable[str]) -> World:
    named = dict(sizes)
    for switch in switches:
        name, equals, value = switch.partition("=")
        if not equals:
            raise Refused(f"{switch!r} is not NAME=VALUE, such as flare_ups=0.")
        named[name.strip()] = value.strip()
    try:
        return world_of(named)
    except ValueError as wrong:
        raise Refused(str(wrong)) from wrong


def _keep(made: Iterable[Person], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in made:
            (folder / f"person-{each.seed}.csv").write_text("".join(write(each.diary)), encoding="utf-8")
            document = json.dumps(truth(each), indent=2, allow_nan=False)
            (folder / f"person-{each.seed}.truth.json").write_text(document + "\n", encoding="utf-8")
    except OSError as error:
        raise Refused(f"{folder} cannot be written ({error.strerror}).") from error

"""What several exercises do alike: a muscle loaded in one zone of its length, as an exposure of its own.

"Hip flexors loaded short" is the sum over every exercise that does it, so the answer can be the mechanism and not one
exercise. A mechanism that only one exercise brings about, or that goes with one almost always, cannot be told from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from flarepath.exercises import EXERCISES
from flarepath.triggers.doses import Doses, doses_apart, merged
from flarepath.triggers.priors import Priors


def mechanisms(exposures: Sequence[Doses], priors: Priors) -> list[Doses]:
    """The muscle and zone that two exercises and more of the diary chiefly load, each as an exposure.

    Args:
        exposures: the diary's exposures.
        priors: the kinds and numbers.
    """
    members: dict[tuple[str, str], list[Doses]] = defaultdict(list)
    for each in exposures:
        known = EXERCISES.get(each.key.partition(":")[2])
        if each.kind.name == "exercise" and known and known.kind == "exercise":
            for work in known.work:
                if work.role == "main":
                    members[work.muscle, work.zone].append(each)
    found = [_summed(f"mechanism:{muscle}:{zone}", own, priors) for (muscle, zone), own in members.items() if own[1:]]
    return [
        each
        for each, own in zip(found, (own for own in members.values() if own[1:]), strict=True)
        if all(doses_apart(each, member) >= priors.numbers["apart_doses"] for member in own)
    ]


def _summed(key: str, members: Sequence[Doses], priors: Priors) -> Doses:
    """The doses of several exercises as those of one, each in its own typical doses."""
    hours, amounts = (np.concatenate(parts) for parts in zip(*((m.hours, m.amounts) for m in members), strict=True))
    order = np.argsort(hours, kind="stable")
    sides = frozenset[str]().union(*(member.sides for member in members))
    return Doses(key, priors.kinds["mechanism"], *merged(hours[order], amounts[order]), per="typical dose", sides=sides)

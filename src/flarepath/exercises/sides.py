"""Left against right in one test: a difference counts only beyond what healthy sides differ by and a test errs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flarepath.exercises.home_tests import TESTS
from flarepath.exercises.model import Measure
from flarepath.exercises.range_ledger import NUMBERS
from flarepath.sources import Numbers


@dataclass(frozen=True, slots=True)
class SideDifference:
    """The newest result of each side in the test's unit, and the difference that chance alone makes."""

    test: str
    left: float
    right: float
    unit: str
    noise: float

    @property
    def exceeds_noise(self) -> bool:
        """Whether the sides differ by more than chance and health explain."""
        return abs(self.left - self.right) > self.noise


def side_difference(
    measures: Iterable[Measure], test: str, *, at: datetime, numbers: Numbers = NUMBERS
) -> SideDifference | None:
    """How the two sides compare in one test, or None where one of them was not tested.

    A range must differ by two measurement errors (EVIDENCE 4); strength by that and by the share that uninjured people
    differ by (F6), of the stronger side.

    Args:
        measures: every measure of the diary.
        test: the test's slug.
        at: nothing later counts.
        numbers: the part's numbers.

    Raises:
        KeyError: no such test.
    """
    known = TESTS[test]
    newest = {
        measure.side: measure.value
        for measure in sorted(measures, key=lambda measure: measure.time)
        if measure.test == test and measure.time <= at and measure.value is not None and not measure.is_change
    }
    left, right = newest.get("left"), newest.get("right")
    if left is None or right is None:
        return None
    noise = 2 * known.error
    if known.about == "strength":
        noise = max(noise, numbers["healthy_side_share"] * max(abs(left), abs(right)))
    return SideDifference(test, left, right, known.unit, noise)

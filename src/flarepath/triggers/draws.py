"""Joint draws of one outcome's triggers: what every later step reads, whichever search made them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flarepath.triggers.design import Design
from flarepath.triggers.doses import Floats


@dataclass(frozen=True, slots=True)
class Draws:
    """N joint draws: `columns` (N, M) of the design, -1 where there is none, and their `coefficients` in points.

    `probabilities` (E,) are those of the exposures being causes; `points` (T,) the outcome as it was seen, with what
    stands behind its zeros where those were drawn.
    """

    probabilities: Floats
    columns: NDArray[np.int64]
    coefficients: Floats
    points: Floats

    def active(self, design: Design) -> NDArray[np.bool_]:
        """Which exposures are triggers in which draw, (N, E).

        Args:
            design: what the columns are.
        """
        found = np.zeros((len(self.columns), len(design.exposures)), bool)
        rows, places = np.nonzero(self.columns >= 0)
        found[rows, design.exposure[self.columns[rows, places]]] = True
        return found

"""Chance with names: every draw has its own stream, so that turning one switch off leaves the others as they were."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from zlib import crc32

import numpy as np
from numpy.random import PCG64, Generator, SeedSequence
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Chance:
    """All chance of one person.

    Example:
        >>> Chance(1).of("noise").random() == Chance(1).of("noise").random()
        True
    """

    seed: int

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise ValueError(f"the seed is {self.seed}; it must be 0 or more")

    def of(self, name: str, *which: int) -> Generator:
        """A fresh generator for what is named, the same at every call.

        Args:
            name: what is drawn.
            which: its number from 0, where there are several.
        """
        return Generator(PCG64(SeedSequence(self.seed, spawn_key=(crc32(name.encode()), *which))))


def persistent(memory: float, steps: int, draw: Generator) -> NDArray[np.float64]:
    """A first-order autoregression of mean 0 and variance 1, shape steps.

    Args:
        memory: its correlation from one step to the next, below 1.
        steps: how many.
        draw: where chance comes from.
    """
    shocks = draw.standard_normal(steps)
    shocks[1:] *= np.sqrt(1 - memory**2)
    return np.array(list(accumulate(shocks.tolist(), lambda before, shock: memory * before + shock)))

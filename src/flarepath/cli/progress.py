"""A sign of life on stderr when work takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Timer
from typing import Final, TypeVar

from flarepath.cli.show import paper

T = TypeVar("T")

PATIENCE_SECONDS: Final = 1.0


def working(words: str, job: Callable[[], T]) -> T:
    """What the job gives; from the second second on it is shown what is being done, where somebody looks.

    Args:
        words: what is being done.
        job: the work.
    """
    if not sys.stderr.isatty():
        return job()
    status = paper(sys.stderr).status(words)
    timer = Timer(PATIENCE_SECONDS, status.start)
    timer.start()
    try:
        return job()
    finally:
        timer.cancel()
        timer.join()
        status.stop()

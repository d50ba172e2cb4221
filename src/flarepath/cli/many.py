"""Many pieces of work on several processes: results in order, each as soon as it is there, never many at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 4
"""So many pieces for each process are under way or wait for their turn; more would fill the memory."""

THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
"""Where the mathematics underneath reads how many threads it may start."""


def in_order(work: Callable[[T], R], pieces: Iterable[T], *, processes: int) -> Iterator[R]:
    """The result of each piece, in their order.

    Args:
        work: a function that another process can import.
        pieces: what it works on; they are taken as they are needed.
        processes: how many; with one, the work is done here.

    Example:
        >>> list(in_order(abs, [-2, 1, -3], processes=1))
        [2, 1, 3]
    """
    if processes <= 1:
        yield from map(work, pieces)
        return
    # A fresh process shares no lock and no thread with this one, whatever the mathematics started here.
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=settle)
    try:
        yield from _as_ready((pool.submit(work, piece) for piece in pieces), most=AHEAD * processes)
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown()


def _as_ready(futures: Iterator[Future[R]], *, most: int) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for future in futures:
        waiting.append(future)
        while waiting and (len(waiting) >= most or waiting[0].done()):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def settle() -> None:
    """Prepare a process of the pool: it is stopped by its parent alone, and works on one thread."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in THREADS:
        os.environ.setdefault(name, "1")


def _abandon(pool: ProcessPoolExecutor) -> None:
    """End the pool at once: nobody waits for what is still under way."""
    pool.shutdown(wait=False, cancel_futures=True)
    for process in multiprocessing.active_children():
        process.terminate()

"""Work on several processes."""

import math
import multiprocessing
import os
import time

import pytest

from flarepath.cli.many import AHEAD, THREADS, in_order, settle


@pytest.fixture
def counted():
    """Pieces that tell how many of them were taken."""

    def pieces(many):
        for number in range(many):
            pieces.taken += 1
            yield number

    pieces.taken = 0
    return pieces


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_pieces(processes):
    assert list(in_order(math.sqrt, [9, 4, 1, 0, 16], processes=processes)) == [3, 2, 1, 0, 4]


def test_a_slow_piece_does_not_lose_its_place():
    assert list(in_order(time.sleep, [0.3, 0.0, 0.0], processes=2)) == [None] * 3


def test_no_more_pieces_are_taken_than_can_be_worked_on_soon(counted):
    results = in_order(abs, counted(1_000), processes=2)
    next(results)
    taken = counted.taken
    results.close()
    assert taken <= 2 * AHEAD + 2


def test_a_fault_in_a_piece_is_passed_on_and_leaves_no_process():
    with pytest.raises(ValueError, match=r"math domain error|nonnegative"):
        list(in_order(math.sqrt, [1, -1, 4], processes=2))
    assert_ended()


def test_who_stops_listening_ends_the_processes_at_once():
    results = in_order(time.sleep, [0.0, 60.0, 60.0], processes=2)
    next(results)
    started = time.monotonic()
    results.close()
    assert_ended()
    assert time.monotonic() - started < 30


def assert_ended():
    end = time.monotonic() + 20
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


def test_a_process_of_the_pool_works_on_one_thread_unless_told_otherwise(monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(THREADS[0], "3")
    settle()
    assert [os.environ[name] for name in THREADS] == ["3", "1", "1", "1"]

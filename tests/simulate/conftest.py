"""Simulated people, and worlds in which nothing happens but what a test asks for."""

from dataclasses import replace

import pytest

from flarepath.simulate import World, people, person

STILL = World(
    noise=0,
    report_noise=0,
    rounding=0,
    trend=0,
    weekday_effect=0,
    flare_ups=0,
    unlogged_events=0,
    illnesses=0,
    share_missing=0,
    forgotten_share=0,
    skip_when_bad=0,
    baseline_least=5,
    baseline_most=5,
)


@pytest.fixture(scope="session")
def twenty():
    """Twenty people of the test bed."""
    return list(people(range(20)))


@pytest.fixture
def still():
    """The person of a world without noise or hidden things; switches can be set."""
    return lambda seed, **switches: person(seed, replace(STILL, **switches))


@pytest.fixture
def pain():
    """Every reported point of a diary."""
    return lambda diary: [entry.value for entry in diary.of("pain")]

"""The wording is tested, not only the table: stories in people's own words, read against the questions alone."""

import tomllib
from pathlib import Path

import pytest

from flarepath.safety import QUESTIONS, answered

TABLE = tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))
STORIES, TOLD = TABLE["story"], TABLE["told"]
LEVELS = ("clear", "next_visit", "days", "same_day", "emergency")
HARMLESS = [story for story in TOLD if story["level"] == "clear"]
CALLED_AT_MOST = 0.1


def level_of(ask, yes=(), unsure=(), facts=()):
    entries = ask.everything(but=[*yes, *unsure])
    entries += [ask.answer(name, "yes") for name in yes] + [ask.answer(name, "unsure") for name in unsure]
    return ask.gate([*entries, *(ask.fact(name, value) for name, value in dict(facts).items())]).level


def level_of_taps(ask, story):
    """The gate's level where these lines are tapped and every other question is answered with no."""
    taps = [line.split(".") for line in story.get("lines", [])]
    tapped = {name: [line for other, line in taps if other == name] for name, _ in taps}
    entries = ask.everything(but=tapped)
    entries += [answered(QUESTIONS[name], "yes", at=ask.MONDAY, lines=lines) for name, lines in tapped.items()]
    return ask.gate([*entries, *(ask.fact(name, value) for name, value in story.get("facts", {}).items())]).level


@pytest.mark.parametrize("story", STORIES, ids=[story["words"][:48] for story in STORIES])
def test_a_story_ends_at_its_level(ask, story):
    assert level_of(ask, story.get("yes", []), story.get("unsure", []), story.get("facts", {})) == story["level"]


@pytest.mark.parametrize(
    "story", [each for each in TOLD if each not in HARMLESS], ids=lambda story: story["words"][:48]
)
def test_a_story_told_by_lines_ends_at_its_level_or_above(ask, story):
    assert LEVELS.index(level_of_taps(ask, story)) >= LEVELS.index(story["level"])


@pytest.mark.parametrize(
    "story", [each for each in TOLD if each not in HARMLESS], ids=lambda story: story["words"][:48]
)
def test_the_twin_who_taps_nothing_is_not_called(ask, story):
    assert level_of_taps(ask, story | {"lines": []}) == "clear"


def test_of_the_harmless_at_most_one_in_ten_is_called(ask):
    called = [story["words"] for story in HARMLESS if level_of_taps(ask, story) != "clear"]
    assert len(called) <= CALLED_AT_MOST * len(HARMLESS)


def test_there_are_at_least_sixty_stories_of_every_kind():
    kinds = [story["kind"] for story in STORIES]
    assert len(STORIES) >= 60
    assert all(kinds.count(kind) >= 10 for kind in ("typical", "atypical", "minimising", "benign"))


def test_there_are_at_least_sixty_stories_told_by_lines_of_every_level():
    levels = [story["level"] for story in TOLD]
    assert len(TOLD) >= 60
    assert all(levels.count(level) >= 4 for level in LEVELS)


def test_every_question_that_blocks_has_a_story():
    told = {name for story in STORIES for name in [*story.get("yes", []), *story.get("unsure", [])]}
    told |= {line.split(".")[0] for story in TOLD for line in story.get("lines", [])}
    assert {one.id for one in QUESTIONS.values() if one.blocks} <= told


def test_a_benign_story_asks_for_nothing():
    assert all(story["level"] == "clear" for story in STORIES if story["kind"] == "benign")

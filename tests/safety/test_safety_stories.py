"""The wording is tested, not only the table: stories in people's own words, read against the questions alone."""

import tomllib
from pathlib import Path

import pytest

from flarepath.safety import QUESTIONS

STORIES = tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))["story"]


@pytest.mark.parametrize("story", STORIES, ids=[story["words"][:48] for story in STORIES])
def test_a_story_ends_at_its_level(ask, story):
    yes, unsure = story.get("yes", []), story.get("unsure", [])
    entries = ask.everything(but=[*yes, *unsure])
    entries += [ask.answer(name, "yes") for name in yes] + [ask.answer(name, "unsure") for name in unsure]
    entries += [ask.fact(name, value) for name, value in story.get("facts", {}).items()]
    assert ask.gate(entries).level == story["level"]


def test_there_are_at_least_sixty_stories_of_every_kind():
    kinds = [story["kind"] for story in STORIES]
    assert len(STORIES) >= 60
    assert all(kinds.count(kind) >= 10 for kind in ("typical", "atypical", "minimising", "benign"))


def test_every_question_that_blocks_has_a_story():
    told = {name for story in STORIES for name in [*story.get("yes", []), *story.get("unsure", [])]}
    assert {one.id for one in QUESTIONS.values() if one.blocks} <= told


def test_a_benign_story_asks_for_nothing():
    assert all(story["level"] == "clear" for story in STORIES if story["kind"] == "benign")

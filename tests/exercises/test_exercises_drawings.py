"""The line drawings: one for every exercise that is not posed on the model, small, quiet and made from the poses."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from flarepath.exercises import EXERCISES, exercise
from flarepath.exercises.atlas import is_posed

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "src" / "flarepath" / "exercises" / "pictures"
DRAWN = sorted(PICTURES.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


def test_every_exercise_that_is_not_posed_has_a_drawing():
    drawn = {path.stem for path in DRAWN}
    assert not {name for name in EXERCISES if not is_posed(name)} - drawn


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_a_drawing_is_small_and_says_which_exercise_it_shows(path):
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file
    assert root.find(f"{SVG}title").text == exercise(path.stem).name
    assert path.stat().st_size <= 4096


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_a_drawing_fetches_nothing_runs_nothing_and_takes_the_colour_of_the_text(path):
    text = path.read_text(encoding="utf-8")
    assert not any(word in text for word in ("<script", "href", "<image", "<style", "onload"))
    assert "currentColor" in text


def test_the_drawings_are_what_the_poses_make(tmp_path):
    subprocess.run([sys.executable, ROOT / "tools" / "drawings" / "draw.py", "--to", tmp_path], check=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in DRAWN
    }

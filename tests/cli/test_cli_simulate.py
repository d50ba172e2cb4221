"""The command that makes people with known truth."""

import json

import pytest
from click.testing import CliRunner

from flarepath.cli import main
from flarepath.cli.commands import flarepath_command
from flarepath.diary import read
from flarepath.simulate import World, person, truth

SMALL = ("--days", "20", "--exposures", "8", "--regions", "1")
SMALL_WORLD = World(days=20, exposures=8, regions=1)


@pytest.fixture
def simulate():
    """Run it, and give its exit code and what it printed."""

    def run(*words):
        shown = CliRunner().invoke(flarepath_command, ["simulate", *map(str, words)], standalone_mode=False)
        return shown.return_value, shown.output

    return run


@pytest.fixture
def refused(capsys):
    """Run it as a process would, and give its exit code and what it said on stderr."""

    def run(*words):
        with pytest.raises(SystemExit) as left:
            main(["simulate", *map(str, words)])
        return int(left.value.code), capsys.readouterr().err

    return run


def test_without_a_folder_one_diary_is_printed(simulate):
    code, text = simulate("--seed", 4, *SMALL)
    assert code == 0
    assert read(text.splitlines(keepends=True)) == person(4, SMALL_WORLD).diary


def test_a_folder_gets_each_diary_and_its_truth(simulate, tmp_path):
    code, text = simulate("--seed", 4, "--people", 2, "--out", tmp_path / "new", *SMALL)
    assert (code, text) == (0, "")
    assert len(list((tmp_path / "new").iterdir())) == 4
    assert (
        read((tmp_path / "new" / "person-5.csv").read_text().splitlines(keepends=True)) == person(5, SMALL_WORLD).diary
    )
    told = json.loads((tmp_path / "new" / "person-5.truth.json").read_text())
    assert told == json.loads(json.dumps(truth(person(5, SMALL_WORLD))))


def test_any_switch_can_be_set(simulate):
    _, text = simulate(*SMALL, "--set", "rounding=0.5", "--set", "share_missing=0")
    world = World(days=20, exposures=8, regions=1, rounding=0.5, share_missing=0)
    assert read(text.splitlines(keepends=True)) == person(1, world).diary


def test_a_switch_can_be_set_twice_and_the_last_counts(simulate):
    _, text = simulate(*SMALL, "--set", "days=30", "--set", "days=25")
    assert read(text.splitlines(keepends=True)) == person(1, World(days=25, exposures=8, regions=1)).diary


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--set", "flareups=0"), "did you mean 'flare_ups'?"),
        (("--set", "flare_ups=many"), "flare_ups is 'many'; it must be a number"),
        (("--set", "flare_ups"), "'flare_ups' is not NAME=VALUE"),
        (("--days", "3"), "days is 3; it must lie from 14 to 7400"),
        (("--days", "soon"), "days is 'soon'; it must be a whole number"),
        (("--people", "2"), "needs a folder"),
        (("--seed", "-1"), "--seed"),
    ],
)
def test_a_wrong_call_is_exit_2_with_one_sentence(refused, words, said):
    code, text = refused(*words)
    assert code == 2
    assert said in text
    assert len(text.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_exit_2(refused, tmp_path):
    (tmp_path / "file").write_text("")
    code, text = refused("--out", tmp_path / "file" / "below", *SMALL)
    assert code == 2
    assert "cannot be written" in text


def test_the_help_shows_how_to_make_one_and_many():
    text = CliRunner().invoke(flarepath_command, ["simulate", "--help"]).output
    assert "flarepath simulate > diary.csv" in text
    assert "flarepath simulate --people 20 --out people/" in text

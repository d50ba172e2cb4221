"""`flarepath verdict`: behind the gate, each domain by itself, with what is against it."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from flarepath.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
KEYS = {"since", "verdict", "pain", "function", "measured", "trained_share", "because", "against", "settles", "gate"}


@pytest.fixture
def judged(capsys):
    """The verdict on an example: its exit code, and what was said."""

    def of(name, *words, folder=EXAMPLES):
        with pytest.raises(SystemExit) as left:
            main(["verdict", str(folder / f"{name}.csv"), *words])
        said = capsys.readouterr()
        return SimpleNamespace(exit_code=int(left.value.code or 0), out=said.out, err=said.err)

    return of


def test_marcos_knee_got_worse_while_he_trained(judged):
    said = judged("marco", "--json")
    document = json.loads(said.out)
    assert said.exit_code == 0
    assert set(document) >= KEYS
    assert (document["verdict"], document["pain"]) == ("hurting", "hurting")
    assert document["measured"][0]["low"] > 0


def test_the_page_says_what_is_against_it_and_what_would_settle_it(judged):
    shown = " ".join(judged("marco").out.split())
    for words in ("It looks as if the training hurts", "Against it", "no proof", "What would settle it"):
        assert words in shown


def test_dana_trained_too_little_to_tell(judged):
    document = json.loads(judged("dana", "--json").out)
    assert document["verdict"] == "cannot_tell"
    assert "not a fair trial" in " ".join(document["because"])


def test_behind_a_closed_gate_nothing_is_judged(judged):
    said = judged("cy", "--json")
    document = json.loads(said.out)
    assert said.exit_code == 3
    assert (document["verdict"], document["measured"], document["against"]) == (None, [], None)


def test_before_the_safety_questions_nothing_is_judged(judged, tmp_path):
    rows = "".join(f"2026-01-{day:02}T20:00,pain,,knee_front,left,{day % 5},nrs,\n" for day in range(1, 31))
    (tmp_path / "new.csv").write_text(f"time,kind,what,where,side,value,unit,detail\n{rows}", encoding="utf-8")
    said = judged("new", "--json", folder=tmp_path)
    assert said.exit_code == 1
    assert json.loads(said.out)["verdict"] is None


def test_a_period_can_be_named_by_its_days_or_its_beginning(judged):
    days = json.loads(judged("marco", "--days", "30", "--json").out)
    since = json.loads(judged("marco", "--since", "2026-02-01", "--json").out)
    assert days["since"].startswith("2026-02-13")
    assert since["since"].startswith("2026-02-01")

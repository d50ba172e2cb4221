"""The same app on a real PostgreSQL: its tests pass there too, and a diary is answered alike on both databases."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AGAIN = [
    "tests/store/test_store_people.py",
    "tests/store/test_store_crowded.py",
    "tests/web",
    # The phone's rules touch no database: they are compared with the gate, not kept.
    "--ignore=tests/web/test_web_gate.py",
]
ANSWER = """
import json, sys
import django; django.setup()
from django.core.management import call_command
from flarepath import why
from flarepath.diary import read
from flarepath.store.models import Person
from flarepath.store.people import diary_of, record, keep_unread
call_command("migrate", verbosity=0)
person = Person.objects.create()
brought = read(open(sys.argv[1], "rb"))
record(person, brought.entries, recorded_at=brought.last)
keep_unread(person, brought.spoiled)
found = diary_of(person)
print(json.dumps([why.document(why.explain(found, at=found.last)), [repr(each) for each in found.entries]]))
"""


def environment(folder, **more):
    around = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "PYTEST_CURRENT_TEST")}
    return around | {"FLAREPATH_FOLDER": str(folder)} | more


def test_every_test_of_the_store_and_the_pages_passes_there(postgresql, tmp_path):
    words = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-q", "-rN", *AGAIN]
    around = environment(tmp_path, FLAREPATH_TESTED_DATABASE=postgresql)
    around = {key: value for key, value in around.items() if not key.startswith("PYTEST_XDIST")}
    done = subprocess.run(words, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert len(re.findall(r"\.", "".join(re.findall(r"^[.]+", done.stdout, flags=re.MULTILINE)))) > 150


@pytest.mark.parametrize("name", ["dana", "marco", "yuki", "cy"])
def test_an_answer_is_the_same_on_both(postgresql, tmp_path, name):
    answers = []
    for database in ("", postgresql):
        around = environment(tmp_path, DATABASE_URL=database, DJANGO_SETTINGS_MODULE="flarepath.web.settings")
        words = [sys.executable, "-c", ANSWER, str(ROOT / "examples" / f"{name}.csv")]
        answers.append(json.loads(subprocess.run(words, env=around, capture_output=True, text=True, check=True).stdout))
    assert answers[0] == answers[1]


def test_the_app_runs_on_it_as_it_is_shipped(postgresql, serving, visitor, tmp_path):
    with serving(tmp_path / "data", DATABASE_URL=postgresql) as app:
        one = visitor(app).begin()
        assert one.post("/checkin", new_place="knee_front", new_points="4").status == 302
        assert "knee_front" in one.get("/data/export").text
    assert not (tmp_path / "data" / "flarepath.sqlite3").exists()

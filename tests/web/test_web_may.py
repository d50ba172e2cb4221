"""What is handed out in the app passes the one filter: pages say why not, and carry no dose."""

import re
from datetime import UTC, datetime, timedelta

import pytest

NOW = datetime.now(UTC)
DOSE = re.compile(r"To begin:|\d+ sets? of|data-timer|data-stopwatch|value\.left")


@pytest.fixture
def told(app, calm):
    """A calm diary of three weeks of training, every question answered with no, and what a test adds to it."""
    from flarepath.diary import Entry  # noqa: PLC0415 - Django must be set up first
    from flarepath.safety import QUESTIONS  # noqa: PLC0415 - as above
    from flarepath.store.models import Person  # noqa: PLC0415 - as above
    from flarepath.store.people import record  # noqa: PLC0415 - as above

    app.post("/begin", {"as": "mine"})
    noes = [Entry(NOW, "answer", name, word="no") for name in QUESTIONS]
    noes += [Entry(NOW, "fact", "birth_year", value=1990.0)]
    noes += calm

    def of(*rows):
        more = [
            Entry(NOW, kind, what, where, side, word=word, value=value) for kind, what, where, side, word, value in rows
        ]
        record(Person.objects.get(), [*noes, *more], recorded_at=NOW + timedelta(seconds=1))
        return lambda address: app.get(address).content.decode()

    return of


PREGNANT = ("fact", "pregnancy", "", "", "yes", None)


def test_an_exercise_that_is_not_for_a_pregnant_person_says_why_and_has_no_dose(told):
    text = told(PREGNANT)("/exercises/dead_bug")
    assert "Not for you now" in text
    assert "While you are pregnant" in text
    assert not DOSE.search(text)


def test_the_same_exercise_has_its_dose_for_somebody_else(told):
    text = told()("/exercises/dead_bug")
    assert "Not for you now" not in text
    assert DOSE.search(text)


def test_what_is_permitted_says_how_much_at_most(told):
    page = told(PREGNANT)
    text = page("/exercises/squat")
    assert "For you, at most" in text
    assert "At most effort 6 of 10." in text


def test_a_swap_offers_only_what_is_permitted(told):
    from flarepath.exercises import swaps  # noqa: PLC0415 - as above

    page = told(PREGNANT)
    usual = [each.exercise.id for each in swaps("dead_bug")]
    offered = re.findall(r'href="/exercises/(\w+)"', page("/swap/dead_bug"))
    assert len(offered) < len(usual)
    assert all("Not for you now" not in page(f"/exercises/{name}") for name in offered)


def test_a_test_that_is_not_permitted_is_named_with_the_reason_and_cannot_be_begun(told):
    page = told(PREGNANT)
    listed = page("/tests")
    assert 'href="/tests/ely"' not in listed
    assert "lie face down" in listed
    assert not DOSE.search(page("/tests/ely"))
    assert 'href="/tests/knee_to_wall"' in listed


def test_a_lock_that_came_since_the_morning_stops_the_step(told):
    page = told()
    address = re.search(r'href="(/session/[\d-]+/0)"', page("/plan")).group(1)
    assert DOSE.search(page(address))
    stopped = page(f"{address}?instead=back_squat")
    assert "Not for you now" not in stopped
    from flarepath.diary import Entry  # noqa: PLC0415 - as above
    from flarepath.store.models import Person  # noqa: PLC0415 - as above
    from flarepath.store.people import record  # noqa: PLC0415 - as above

    now = datetime.now(UTC).replace(microsecond=0)
    record(Person.objects.get(), [Entry(now, "answer", "d16", "knee_front", word="yes")], recorded_at=now)
    stopped = page(f"{address}?instead=back_squat")
    assert "Not for you now" in stopped
    assert not DOSE.search(stopped)


def test_a_lesson_is_read_when_the_person_says_so_and_looking_writes_nothing(told, app):
    from flarepath.store.models import Version  # noqa: PLC0415 - as above

    page = told()
    before = Version.objects.count()
    assert "I have read it" in page("/learn/soreness")
    assert Version.objects.count() == before
    assert app.post("/learn/soreness").headers["Location"] == "/learn"
    assert app.post("/learn/soreness").headers["Location"] == "/learn"
    assert Version.objects.count() == before + 1
    assert "You have read this" in page("/learn/soreness")

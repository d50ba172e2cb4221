"""The app for many people: one server with logins, and browsers without a screen that come by its proxy."""

import pytest

PASSWORD = "correct-horse-7-battery"  # noqa: S105 - of made-up people
HOST = "diary.example.org"


@pytest.fixture(scope="module")
def crowd(serving, tmp_path_factory):
    """A server for many people."""
    with serving(tmp_path_factory.mktemp("crowd"), FLAREPATH_ACCOUNTS="1", FLAREPATH_HOSTS=HOST) as app:
        yield app


@pytest.fixture(scope="session")
def join(visitor):
    """A new browser whose person has just signed up."""

    def of(app, name, browser=None):
        new = browser or visitor(app, HOST)
        assert new.post("/accounts/signup/", username=name, password1=PASSWORD, password2=PASSWORD).to == "/"
        return new

    return of


@pytest.fixture
def browser(crowd, visitor):
    """A browser that nobody has used."""
    return visitor(crowd, HOST)


@pytest.fixture(scope="module")
def three(crowd, visitor, join):
    """Nobody, an owner with a diary, and another person with one."""
    owner, other = join(crowd, "owner").begin(), join(crowd, "other").begin()
    owner.post("/checkin", new_place="knee_front", new_side="left", new_points="7")
    return {"nobody": visitor(crowd, HOST), "owner": owner, "other": other}

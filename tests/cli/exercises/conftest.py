"""A call of the command line, with its exit code and what it said."""

from types import SimpleNamespace

import pytest

from flarepath.cli import main


@pytest.fixture
def invoke(capsys):
    """Call `flarepath` as a shell would."""

    def of(*words):
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = capsys.readouterr()
        return SimpleNamespace(exit_code=int(left.value.code or 0), stdout=said.out, stderr=said.err)

    return of

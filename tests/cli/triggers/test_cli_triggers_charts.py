"""The picture of `--plot`."""

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from flarepath.cli.charts import svg
from flarepath.cli.found import moment_of
from flarepath.cli.picture import keep_picture
from flarepath.cli.refusal import Refused
from flarepath.triggers import Attribution, document

SVG = "{http://www.w3.org/2000/svg}"


def drawn(attribution, name="ada.csv"):
    """The picture as a tree; to be parsed at all it must be well-formed."""
    return ET.fromstring(svg(document(attribution, diary=name), moment_of(attribution)))  # noqa: S314 - our own


def words(tree):
    """All that is written in a picture."""
    return " ".join(" ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text")).split())


@pytest.fixture(scope="module")
def picture():
    """Ada's picture, drawn once."""
    cache = []

    def of(attribution):
        if not cache:
            cache.append(drawn(attribution))
        return cache[0]

    return of


def test_the_picture_holds_the_words_of_every_trigger(picture, ada):
    text = words(picture(ada))
    for name in ("single-leg hinge", "Romanian deadlift", "sleep", "butter", "Pain, back of the thigh, left"):
        assert name in text


def test_members_of_a_set_are_marked_and_have_one_colour(picture, ada):
    tree = picture(ada)
    assert words(tree).count("together 97%") == 2
    bars = [path.get("fill") for path in tree.iter(f"{SVG}path") if path.get("aria-roledescription") == "bar"]
    assert bars[0] == bars[1] != bars[2]


def test_what_lowers_says_so(picture, ada):
    assert "71%, lowers it" in words(picture(ada))


def test_the_axes_have_their_units(picture, ada):
    text = words(picture(ada))
    assert "hours after it" in text
    assert text.count("points") >= 4


def test_the_moment_is_split_into_all_its_parts(picture, ada):
    text = words(picture(ada))
    for part in (
        "6.0 points on Tue 3 Mar 2026",
        "your usual",
        "+2.6 (1.3 to 3.9)",
        "not explained yet",
        "what you felt",
    ):
        assert part in text


def test_of_one_moment_alone_nobody_says_that_it_is_the_highest(ada):
    latest = moment_of(ada) | {"highest_of": 1}
    text = svg(document(ada, diary="ada.csv"), latest)
    assert "your latest check-in" in text
    assert "your highest" not in text


def test_of_many_places_the_first_are_drawn_and_the_rest_counted(unexplained):
    many = Attribution(30, unexplained.outcomes * 5)
    assert "The first 6 of 10" in words(drawn(many))


def test_the_picture_says_what_it_is_not(picture, ada):
    assert "It is not a diagnosis and gives no advice about a pain" in words(picture(ada))


def test_the_picture_fits_a_page_700_wide(picture, ada):
    assert float(picture(ada).get("width")) <= 720
    assert float(drawn(Attribution(1, ()), name="x" * 300).get("width")) <= 720


def test_the_picture_needs_no_network_and_no_foreign_font(picture, ada):
    text = ET.tostring(picture(ada), encoding="unicode")
    assert "url(http" not in text
    assert "<image" not in text
    assert set(re.findall(r'font-family="([^"]+)"', text)) == {"Arial, Helvetica, sans-serif"}


def test_without_a_trigger_the_picture_says_so_and_shows_what_was_looked_at(unexplained):
    text = words(drawn(unexplained))
    assert "Cannot tell yet: your diary does not name a trigger." in text
    assert "6 check-ins so far" in text
    assert "single-leg hinge" in text
    assert "Where one moment came from" not in text


def test_a_diary_without_an_outcome_is_a_picture_that_says_so():
    assert "nothing to explain yet" in words(drawn(Attribution(3, ())))


def test_a_name_in_a_diary_cannot_break_the_picture(ada):
    text = words(drawn(ada, name='<script>"&\x1b\x00.csv'))
    assert '<script>"&' in text


def test_a_picture_that_cannot_be_written_is_refused(tmp_path, unexplained):
    folder = tmp_path / "a.svg"
    folder.mkdir()
    with pytest.raises(Refused, match="cannot be written: Is a directory"):
        keep_picture(str(folder), document(unexplained, diary="ada.csv"), None)


def test_a_kept_picture_is_told_on_stderr(tmp_path, unexplained, capsys):
    path = tmp_path / "a.svg"
    keep_picture(str(path), document(unexplained, diary="ada.csv"), None)
    assert path.read_text().startswith("<svg")
    assert capsys.readouterr().err == f"The picture is in {path}.\n"


@pytest.mark.parametrize("command", ["why", "triggers"])
def test_nobody_loads_the_drawing_without_asking_for_a_picture(command):
    program = f"import sys, flarepath.cli.{command}; print({{'altair', 'vl_convert'}} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert shown.stdout == "set()\n"

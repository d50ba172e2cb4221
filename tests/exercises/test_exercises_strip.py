"""The small picture of a muscle's lengths."""

import re
import xml.etree.ElementTree as ET

from flarepath.exercises import reaches
from flarepath.exercises.atlas import Reach
from flarepath.exercises.strip import strip


def test_every_strip_is_whole_and_small():
    for reach in reaches("romanian_deadlift"):
        drawn = strip(reach, name=reach.muscle)
        assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - our own text
        assert len(drawn) < 800


def test_the_bar_goes_from_the_shortest_to_the_longest():
    drawn = strip(Reach("vasti", 0, 100, 0, 100, "main"), name="Vasti")
    assert re.search(r'<rect x="4\.0" y="5" width="112\.0"', drawn)


def test_work_beyond_standing_is_orange_and_short_of_it_blue():
    assert "#d55e00" in strip(Reach("soleus", 59, 92, 59, 92, "main"), name="Soleus")
    assert "#005ab5" in strip(Reach("soleus", 6, 59, 59, 6, "main"), name="Soleus")


def test_a_muscle_that_hardly_moves_is_still_seen():
    assert 'width="2.0"' in strip(Reach("obliques", 51, 51, 51, 51, "little"), name="Obliques")


def test_the_words_are_there_for_those_who_hear_the_page():
    drawn = strip(Reach("soleus", 6, 59, 59, 6, "main"), name="Soleus & co")
    assert "<title>Soleus &amp; co: from 6 to 59 per cent of its range, 59 when you stand</title>" in drawn

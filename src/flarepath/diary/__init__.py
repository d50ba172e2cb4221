"""What the person did and felt: entries, the diary, reading and writing diary.csv, corrections."""

from flarepath.diary.details import detail_cell
from flarepath.diary.diary import Diary
from flarepath.diary.entry import FELT, TRAINED, Entry, Problem
from flarepath.diary.happened import happened
from flarepath.diary.history import History, Version, append, correct, current, withdraw
from flarepath.diary.lines import Lines
from flarepath.diary.mentions import mentions
from flarepath.diary.spoiled import Spoiled, is_question
from flarepath.diary.stream import read_entries
from flarepath.diary.text import read
from flarepath.diary.vocabulary import COLUMNS, KINDS, Form, Kind
from flarepath.diary.writing import write

__all__ = [
    "COLUMNS",
    "FELT",
    "KINDS",
    "TRAINED",
    "Diary",
    "Entry",
    "Form",
    "History",
    "Kind",
    "Lines",
    "Problem",
    "Spoiled",
    "Version",
    "append",
    "correct",
    "current",
    "detail_cell",
    "happened",
    "is_question",
    "mentions",
    "read",
    "read_entries",
    "withdraw",
    "write",
]

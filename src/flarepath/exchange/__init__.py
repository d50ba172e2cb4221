"""Files of other programs: looked at, asked about, then taken into the diary."""

from flarepath.exchange.log import UNITS, Log, LoggedSet, Remark, Unit, UnreadableFile
from flarepath.exchange.reading import detect, is_log, read
from flarepath.exchange.taking import Name, entries, fresh, names

__all__ = [
    "UNITS",
    "Log",
    "LoggedSet",
    "Name",
    "Remark",
    "Unit",
    "UnreadableFile",
    "detect",
    "entries",
    "fresh",
    "is_log",
    "names",
    "read",
]

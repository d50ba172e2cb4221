"""Files of other programs: looked at, asked about, then taken into the diary."""

from flarepath.exchange.log import Log, LoggedSet, Remark, UnreadableFile
from flarepath.exchange.reading import detect, read
from flarepath.exchange.taking import Name, entries, fresh, names

__all__ = ["Log", "LoggedSet", "Name", "Remark", "UnreadableFile", "detect", "entries", "fresh", "names", "read"]

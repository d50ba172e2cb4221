"""People and their diaries in a database: every version of every entry, to and from Diary."""

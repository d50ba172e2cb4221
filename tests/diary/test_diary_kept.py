"""What is worked out from a diary is worked out once for every cut of it."""

from flarepath.diary import diary as diaries

ROWS = "\n".join(f"2026-03-{day:02}T08:00,stress,,,,{day % 10},nrs," for day in range(1, 12))


def counting():
    """A function that counts how often it was called."""
    calls = []

    def count(diary, *words):
        calls.append(words)
        return len(diary), words

    return count, calls


def test_the_same_question_is_worked_out_once(make_diary):
    diary, (count, calls) = make_diary(ROWS), counting()
    assert diary.kept(count, "a") == diary.kept(count, "a") == (len(diary), ("a",))
    assert diary.kept(count, "b") == (len(diary), ("b",))
    assert calls == [("a",), ("b",)]


def test_a_shorter_cut_has_an_answer_of_its_own(make_diary):
    diary, (count, calls) = make_diary(ROWS), counting()
    cuts = [diary.until(entry.time) for entry in diary.entries]
    assert [cut.kept(count)[0] for cut in cuts] == [len(cut) for cut in cuts]
    assert len(calls) == len(cuts)
    assert diary.until(diary.last).kept(count)[0] == len(diary)


def test_only_the_latest_cuts_and_so_many_answers_are_remembered(make_diary, monkeypatch):
    monkeypatch.setattr(diaries, "MOST_KEPT", 3)
    diary, (count, calls) = make_diary(ROWS), counting()
    for entry in diary.entries:
        diary.until(entry.time).kept(count)
    assert len(diary._index._kept) == diaries.MOST_CUTS  # noqa: SLF001 - that is the promise
    calls.clear()
    for word in "abcda":
        assert diary.kept(count, word) == (len(diary), (word,))
    assert len(calls) == 5


def test_what_another_thread_lets_go_of_is_still_answered(make_diary):
    diary = make_diary(ROWS)

    def forgetful(asked):
        asked._index.kept(len(asked)).clear()  # noqa: SLF001 - as another thread might
        return len(asked)

    assert diary.kept(forgetful) == diary.kept(forgetful) == len(diary)

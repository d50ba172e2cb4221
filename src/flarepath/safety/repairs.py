"""Lines that cannot be read and may tell of a danger: they keep the gate unanswered until they are mended."""

from __future__ import annotations

from datetime import UTC, datetime

from flarepath.diary import Diary
from flarepath.safety.answers import Answers
from flarepath.safety.person import Person
from flarepath.safety.questions import QUESTIONS
from flarepath.safety.wording import WORDS, short_day_text


def repairs(diary: Diary, who: Person, answers: Answers, *, since: datetime | None) -> tuple[str, ...]:
    """A sentence for each line to mend: lost rows that are newer than the answers, and answers to no known question.

    A fact that cannot be (born in a year that has not come) is one of them: nobody is taken for an adult in silence.

    Args:
        diary: entries up to the moment asked about.
        who: what is known about the person.
        answers: every answer up to that moment.
        since: the time of the oldest answer of the short screen, in UTC; None where one is missing.
    """
    words = WORDS["due"]
    lost = [
        line
        for line in diary.spoiled
        if not line.question and (since is None or line.time is None or line.time.astimezone(UTC) > since)
    ]
    return (
        *who.to_mend,
        *(words["lost"].format(line=line.line) for line in lost),
        *(
            words["unknown_answer"].format(question=name, day=short_day_text(diary.local(said[-1].written)))
            for name, said in answers.by_question.items()
            if name not in QUESTIONS and said[-1].word != "no"
        ),
    )

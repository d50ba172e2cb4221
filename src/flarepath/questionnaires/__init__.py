"""Short questionnaires: their wording and licence, their scores, what change matters, and when they are due."""

from flarepath.questionnaires.due import Due, due
from flarepath.questionnaires.instruments import QUESTIONNAIRES, Question, Questionnaire, questionnaire
from flarepath.questionnaires.scores import Score, ScoreChange, all_scores, change, scores

__all__ = [
    "QUESTIONNAIRES",
    "Due",
    "Question",
    "Questionnaire",
    "Score",
    "ScoreChange",
    "all_scores",
    "change",
    "due",
    "questionnaire",
    "scores",
]

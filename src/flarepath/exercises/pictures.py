"""The pictures of an exercise: drawn from the model where it is posed, else a line drawing of our own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FOLDER = "pictures"


@cache
def _names() -> tuple[str, ...]:
    folder = files(__package__).joinpath(FOLDER)
    return tuple(sorted(each.name for each in folder.iterdir())) if folder.is_dir() else ()


def pictures(exercise_id: str) -> tuple[str, ...]:
    """The file names of an exercise's pictures in the package's folder `pictures`, in the order of the movement.

    Args:
        exercise_id: an id of the library.

    Example:
        >>> pictures("back_squat")
        ('back_squat_1.webp', 'back_squat_2.webp')
    """
    stem = f"{exercise_id}_"
    frames = [name for name in _names() if name.startswith(stem) and name[len(stem) :].removesuffix(".webp").isdigit()]
    drawing = f"{exercise_id}.svg"
    return tuple(frames) or ((drawing,) if drawing in _names() else ())

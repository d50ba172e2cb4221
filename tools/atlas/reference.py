"""Holds the leg muscles against the model they come from: Rajagopal 2015 as OpenSim itself computes it.

`python -m atlas.reference MODEL.osim` poses both alike in every frame of every exercise and writes `reference.csv`: of
each line the largest difference in millimetres and the correlation over all frames. Only this needs OpenSim.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
import opensim

from atlas.model import GROUPS, Body, Floats, Pose
from atlas.poses import movements

RESULT = Path(__file__).with_name("reference.csv")


class Reference:
    """The original model."""

    def __init__(self, file: str) -> None:
        opensim.Logger.setLevelString("error")
        self.model = opensim.Model(file)
        every = self.model.getCoordinateSet()
        for place in range(every.getSize()):
            every.get(place).setDefaultLocked(False)  # the foot's joints are locked as the model comes
        self.state = self.model.initSystem()
        self.coordinates = {every.get(place).getName(): every.get(place) for place in range(every.getSize())}
        muscles = self.model.getMuscles()
        self.muscles = {muscles.get(place).getName(): muscles.get(place) for place in range(muscles.getSize())}

    def lengths(self, pose: Pose, lines: list[str]) -> list[float]:
        """The lengths of lines in a pose, in metres.

        Args:
            pose: joint angles in degrees; joints that the model lacks are left alone.
            lines: names of lines.
        """
        for name, coordinate in self.coordinates.items():
            if "beta" not in name:
                coordinate.setValue(self.state, np.radians(pose.get(name, 0.0)), False)  # noqa: FBT003 - as OpenSim has it
        self.model.assemble(self.state)
        self.model.realizePosition(self.state)
        return [self.muscles[line].getLength(self.state) for line in lines]


def compared(reference: Reference) -> list[dict[str, object]]:
    """One row a line of the right leg.

    Args:
        reference: the original model.
    """
    body = Body()
    places = [
        place for muscle in GROUPS for place in body.members(muscle, "r") if body.lines[place] in reference.muscles
    ]
    lines = [body.lines[place] for place in places]
    frames = [
        (f"{each.id}, {name}", frame)
        for each in movements()
        for name, frame in zip(each.names, each.frames, strict=True)
    ]
    ours = np.array([body.lengths(frame)[places] for _, frame in frames])
    theirs = np.array([reference.lengths(frame, lines) for _, frame in frames])
    return [_row(line, ours[:, at], theirs[:, at], [name for name, _ in frames]) for at, line in enumerate(lines)]


def _row(line: str, ours: Floats, theirs: Floats, names: list[str]) -> dict[str, object]:
    away = 1000 * np.abs(ours - theirs)
    return {
        "line": line,
        "largest_difference_mm": round(float(away.max()), 1),
        "in": names[int(away.argmax())],
        "median_difference_mm": round(float(np.median(away)), 2),
        "correlation": round(float(np.corrcoef(ours, theirs)[0, 1]), 4),
    }


def main() -> None:
    """Compare and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    rows = compared(Reference(parser.parse_args().model))
    with RESULT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for row in sorted(rows, key=lambda row: -float(str(row["largest_difference_mm"]))):
        print(*row.values(), sep="\t")


if __name__ == "__main__":
    main()

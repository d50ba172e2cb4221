"""Draws every frame of every posed exercise: bones, muscles coloured from short to long, transparent around.

Blue is short and orange long, which people with any colour vision tell apart; strips on the pages say it in numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import mujoco
import numpy as np
from PIL import Image

from atlas.model import GROUPS, Body, Floats
from atlas.poses import Movement
from atlas.scene import BALL, BLOCK, BONE, Shape, arms, things

DRAWN, LONGEST = 1400, 480
"""What is drawn first, and the longest side of the picture kept, in pixels."""

QUALITY = 80
LOOKS_ALONG = {"side": (0.0, -5.0), "front": (90.0, -6.0), "back": (270.0, -6.0), "three_quarter": (40.0, -10.0)}
"""The camera's azimuth and elevation in degrees."""

BACKGROUND_METRES = 15.0
"""Nothing drawn is further away."""

KEEPS_HEIGHT = ("seat", "back", "hang")
"""What rests on something above the floor, in all frames alike."""

MARGIN = 1.12
SHORT, MIDDLE, LONG = (np.array(rgb) / 255 for rgb in ((0, 90, 181), (232, 222, 200), (213, 94, 0)))
TRUNK_LINES = {"obliques", "erector_spinae", "quadratus_lumborum"}
"""Muscles of so many lines that each is drawn thin."""


class Studio:
    """The model with its bones bare and its lines ready to be coloured."""

    def __init__(self, body: Body, spans: tuple[Floats, Floats]) -> None:
        self.body, self.spans = body, spans
        model = body.model
        bones = model.geom_type == mujoco.mjtGeom.mjGEOM_MESH
        model.geom_rgba[~bones, 3] = 0
        model.geom_rgba[bones] = BONE
        model.geom_matid[:] = -1
        model.vis.headlight.ambient[:] = 0.45
        model.vis.headlight.diffuse[:] = 0.55
        self.drawn = {line: muscle for muscle in GROUPS for side in "rl" for line in body.members(muscle, side)}

    def draw(self, movement: Movement) -> list[Image.Image]:
        """One picture a frame, all in one scale and place.

        Args:
            movement: the exercise.
        """
        frames = range(len(movement.frames))
        # What sits, lies, hangs or stands on something above the floor keeps its height in all frames.
        kept = movement.ground[0].startswith(KEEPS_HEIGHT) or "step" in movement.props
        height = max(self._above_floor(movement, number) for number in frames) if kept else None
        placed = [self._placed(movement, number, height) for number in frames]
        corners = np.vstack([corners for _, corners, _ in placed])
        centre = (corners.min(axis=0) + corners.max(axis=0)) / 2
        span = float(np.linalg.norm(corners.max(axis=0) - corners.min(axis=0)))
        return _trimmed([self._shot(qpos, shapes, movement, centre, span) for qpos, _, shapes in placed])

    def _posed(self, movement: Movement, number: int) -> None:
        self.body.data.qpos[:] = self.body.qpos(movement.frames[number])
        mujoco.mj_forward(self.body.model, self.body.data)

    def _lowest(self, movement: Movement, number: int) -> float:
        shapes, _ = arms(self.body, movement.arms[number])
        ends = [min(shape.start[2], shape.end[2]) - shape.radius for shape in shapes]
        return float(min(self._bones()[:, 2].min(), *ends))

    def _above_floor(self, movement: Movement, number: int) -> float:
        """How high what carries the movement is when the body's lowest point is on the floor."""
        self._posed(movement, number)
        return float(self._anchor(movement, number)[2]) - self._lowest(movement, number)

    def _placed(self, movement: Movement, number: int, height: float | None) -> tuple[Floats, Floats, list[Shape]]:
        """A frame set down on the floor, or at a height, with what carries it in one place in all frames."""
        body, data = self.body, self.body.data
        self._posed(movement, number)
        anchor = self._anchor(movement, number)
        down = self._lowest(movement, number) if height is None else float(anchor[2]) - height
        data.qpos[:3] -= [anchor[0], anchor[1], down]
        mujoco.mj_forward(body.model, data)
        shapes, hands = arms(body, movement.arms[number])
        shapes += list(things(body, movement, hands))
        ends = [end for shape in shapes if shape.kind != BLOCK for end in (shape.start, shape.end)]
        return data.qpos.copy(), np.vstack([self._bones(), ends]), shapes

    def _bones(self) -> Floats:
        names = (
            "head",
            "torso",
            "pelvis",
            *(f"{bone}_{side}" for bone in ("femur", "tibia", "calcn", "toes") for side in "rl"),
        )
        return np.vstack([self.body.vertices(name) for name in names])

    def _anchor(self, movement: Movement, number: int) -> Floats:
        """The point that carries the movement (3,)."""
        part, _, side = movement.ground[0].partition("_")
        data = self.body.data
        if part == "hang":
            return arms(self.body, movement.arms[number])[1]["r"]
        bones = {"foot": "calcn", "ball": "toes", "knee": "femur", "shin": "tibia"}
        if part in bones:
            return np.asarray(data.body(f"{bones[part]}_{side}").xpos)
        if part == "seat":
            return np.asarray(data.body("pelvis").xpos)
        return np.asarray((self.body.shoulder("r") + self.body.shoulder("l")) / 2)

    def _colour(self) -> None:
        model, lengths = self.body.model, self.body.data.actuator_length
        share = np.clip((lengths - self.spans[0]) / (self.spans[1] - self.spans[0]), 0, 1)
        model.tendon_rgba[:, 3] = 0
        model.tendon_width[:] = 1e-6
        for line, muscle in self.drawn.items():
            tendon = model.actuator_trnid[line, 0]
            model.tendon_rgba[tendon] = [*_shade(float(share[line])), 1.0]
            thin = muscle in TRUNK_LINES
            model.tendon_width[tendon] = 0.003 if thin else 0.005 + 0.00014 * np.sqrt(self.body.strength[line])

    def _shot(
        self, qpos: Floats, shapes: Sequence[Shape], movement: Movement, centre: Floats, span: float
    ) -> Image.Image:
        body = self.body
        body.data.qpos[:] = qpos
        mujoco.mj_forward(body.model, body.data)
        self._colour()
        camera = mujoco.MjvCamera()
        camera.azimuth, camera.elevation = LOOKS_ALONG[movement.view]
        camera.distance = MARGIN * span / (2 * np.tan(np.radians(body.model.vis.global_.fovy / 2)))
        camera.lookat[:] = centre
        option = mujoco.MjvOption()
        option.geomgroup[:] = 1
        option.sitegroup[:] = 0
        with mujoco.Renderer(body.model, DRAWN, DRAWN) as renderer:
            renderer.update_scene(body.data, camera, option)
            _add(renderer.scene, shapes)
            for flag in ("SKYBOX", "SHADOW", "REFLECTION", "HAZE"):
                renderer.scene.flags[getattr(mujoco.mjtRndFlag, f"mjRND_{flag}")] = 0
            colours = renderer.render().copy()
            renderer.enable_depth_rendering()
            renderer.update_scene(body.data, camera, option)
            _add(renderer.scene, shapes)
            near = renderer.render() < BACKGROUND_METRES
        whole = np.dstack([colours, np.where(near, 255, 0).astype(np.uint8)])
        return Image.fromarray(whole)


def _trimmed(images: Sequence[Image.Image]) -> list[Image.Image]:
    """All pictures of an exercise cut to what is drawn in any of them, and made small."""
    boxes = np.array([image.getbbox() for image in images])
    box = (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    share = LONGEST / max(box[2] - box[0], box[3] - box[1])
    size = (round((box[2] - box[0]) * share), round((box[3] - box[1]) * share))
    return [image.crop(tuple(map(int, box))).resize(size, Image.Resampling.LANCZOS) for image in images]


def _shade(share: float) -> Floats:
    """The colour of a length, 0 shortest to 1 longest."""
    if share < 0.5:
        return np.asarray(SHORT + (MIDDLE - SHORT) * share * 2)
    return np.asarray(MIDDLE + (LONG - MIDDLE) * (share - 0.5) * 2)


def _add(scene: mujoco.MjvScene, shapes: Sequence[Shape]) -> None:
    for shape in shapes:
        geom = scene.geoms[scene.ngeom]
        scene.ngeom += 1
        rgba = np.array(shape.colour, np.float32)
        # What mjv_initGeom leaves as it finds it; a negative segid hides a shape from the depth picture.
        geom.objtype, geom.objid, geom.segid = mujoco.mjtObj.mjOBJ_UNKNOWN, -1, 0
        geom.category, geom.transparent = mujoco.mjtCatBit.mjCAT_DECOR, 0
        if shape.kind == BLOCK:
            size, middle = (shape.end - shape.start) / 2, (shape.end + shape.start) / 2
            mujoco.mjv_initGeom(geom, mujoco.mjtGeom.mjGEOM_BOX, size, middle, np.eye(3).ravel(), rgba)
        elif shape.kind == BALL:
            size = np.full(3, shape.radius)
            mujoco.mjv_initGeom(geom, mujoco.mjtGeom.mjGEOM_SPHERE, size, shape.start, np.eye(3).ravel(), rgba)
        else:
            mujoco.mjv_initGeom(geom, mujoco.mjtGeom.mjGEOM_CAPSULE, np.zeros(3), np.zeros(3), np.eye(3).ravel(), rgba)
            mujoco.mjv_connector(geom, mujoco.mjtGeom.mjGEOM_CAPSULE, shape.radius, shape.start, shape.end)


def write(images: Sequence[Image.Image], folder: Path, name: str) -> int:
    """Write the pictures of one exercise; returns their size in bytes.

    Args:
        images: one a frame.
        folder: where to.
        name: the exercise's id.
    """
    written = 0
    for number, image in enumerate(images, 1):
        file = folder / f"{name}_{number}.webp"
        image.save(file, quality=QUALITY, method=6)
        written += file.stat().st_size
    return written

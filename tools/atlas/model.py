"""The leg and trunk model: loaded with its cures, posed by joint angles, read as muscle lengths (docs/method/atlas.md).

Axes of the world: x to the person's left, y backwards, z up. Angles in degrees, lengths in metres.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import mujoco
import musclemimic_models
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Pose = Mapping[str, float]
"""Joint angles in degrees by the model's joint name; the trunk's are `lumbar`, `lumbar_side`, `lumbar_turn`."""

DEGREE = np.pi / 180

WRAP = re.compile(r'<!--\s*(<geom geom="Gmax[12]_at_pelvis_[rl]_wrap"[^>]*/>)\s*-->')
"""The surfaces that the upper and middle gluteus maximus wind around; the shipped model has them commented out."""

ARMS = ("clavicle_r", "clavicle_l")
"""Where the arms begin: their model may not be used commercially, so it is cut away before anything is computed."""

ARM_KG = 4.67
"""The mass of one arm of the model before it was cut away; it hangs from the shoulder again when loads are computed."""

LEVELS = ("", "L4_L5_", "L3_L4_", "L2_L3_", "L1_L2_")
SHARES = {
    "lumbar": ("FE", "flex_extension", (0.125, 0.185, 0.204, 0.231, 0.255)),
    "lumbar_side": ("LB", "lat_bending", (0.1355, 0.1811, 0.2453, 0.2501, 0.188)),
    "lumbar_turn": ("AR", "axial_rotation", (0.2, 0.2, 0.2, 0.2, 0.2)),
}
"""How a movement of the trunk spreads over the levels, lowest first (Christophy 2012; turning: evenly, ours).

The shipped model gives the lowest level the whole movement and the others more on top.
"""

ABDOMEN_SHARE = 0.6429
"""The share of bending that the abdominal wall follows, as in the shipped coupling."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "iliopsoas": ("iliacus", "psoas"),
    "rectus_femoris": ("recfem",),
    "vasti": ("vasint", "vaslat", "vasmed"),
    "hamstrings": ("bflh", "semimem", "semiten"),
    "gluteus_maximus": ("glmax1", "glmax2", "glmax3"),
    "gluteus_medius_minimus": ("glmed1", "glmed2", "glmed3", "glmin1", "glmin2", "glmin3"),
    "deep_hip_rotators": ("piri",),
    "tensor_fasciae_latae": ("tfl",),
    "adductors": ("addbrev", "addlong", "addmagDist", "addmagIsch", "addmagMid", "addmagProx", "grac"),
    "gastrocnemius": ("gaslat", "gasmed"),
    "soleus": ("soleus",),
    "tibialis_anterior": ("tibant",),
    "tibialis_posterior": ("tibpost",),
    "peroneals": ("perlong", "perbrev"),
    "rectus_abdominis": ("rect_abd",),
    "obliques": ("EO*", "IO*"),
    "erector_spinae": ("IL_*", "LTp*", "MF_*"),
    "quadratus_lumborum": ("QL_*",),
}
"""The lines of the model that make up each muscle; a star stands for every ending.

The short head of the biceps femoris does not cross the hip and is left out; so are the psoas fascicles of the spine,
which do not reach the thigh. Of the deep rotators the model has the piriformis alone.
"""


class Body:
    """The model with its state: pose it, then read lengths, moment arms or where things are."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            spec = mujoco.MjSpec.from_file(str(_cured(Path(folder))))
            whole = spec.compile()
            self.shoulders = _shoulders(whole)
            for arm in ARMS:
                spec.delete(spec.body(arm))
            spec.visual.global_.offwidth = spec.visual.global_.offheight = 2400
            self.model = spec.compile()
        self.data = mujoco.MjData(self.model)
        self.lines = [self.model.actuator(place).name for place in range(self.model.nu)]
        self.strength = self.model.actuator_gainprm[:, 2].copy()
        self.joints = {self.model.joint(place).name: place for place in range(self.model.njnt)}
        self.couplings = list(self._couplings())

    def members(self, muscle: str, side: str) -> list[int]:
        """The places of a muscle's lines on one side.

        Args:
            muscle: a muscle of `GROUPS`.
            side: `r` or `l`.
        """
        wanted = [re.compile(re.escape(name).replace(r"\*", ".*") + f"_{side}$") for name in GROUPS[muscle]]
        return [place for place, line in enumerate(self.lines) if any(form.match(line) for form in wanted)]

    def _couplings(self) -> Iterator[tuple[int, int, Floats]]:
        model = self.model
        for place in range(model.neq):
            if model.eq_type[place] == mujoco.mjtEq.mjEQ_JOINT:
                yield int(model.eq_obj1id[place]), int(model.eq_obj2id[place]), model.eq_data[place][:5].copy()

    def qpos(self, pose: Pose) -> Floats:
        """The model's coordinates for a pose; dependent joints follow their polynomials, so nothing is solved for.

        Args:
            pose: joint angles; `pitch` and `roll` turn the pelvis.
        """
        model, q = self.model, self.model.qpos0.copy()
        q[3:7] = turned(pose.get("pitch", 0.0), pose.get("roll", 0.0))
        for name, angle in pose.items():
            if name in self.joints and name != "root":
                q[model.jnt_qposadr[self.joints[name]]] = angle * DEGREE
        for follower, leader, terms in self.couplings:
            turn = 0.0 if leader < 0 else q[model.jnt_qposadr[leader]] - model.qpos0[model.jnt_qposadr[leader]]
            address = model.jnt_qposadr[follower]
            q[address] = model.qpos0[address] + np.polynomial.polynomial.polyval(turn, terms)
        for name, (ending, lowest, shares) in SHARES.items():
            for level, share in zip(LEVELS, shares, strict=True):
                joint = self.joints[f"{level}{ending}" if level else lowest]
                q[model.jnt_qposadr[joint]] = pose.get(name, 0.0) * share * DEGREE
        q[model.jnt_qposadr[self.joints["Abs_r3"]]] = ABDOMEN_SHARE * pose.get("lumbar", 0.0) * DEGREE
        return q

    def place(self, pose: Pose) -> None:
        """Put the body into a pose.

        Args:
            pose: joint angles.
        """
        self.data.qpos[:] = self.qpos(pose)
        mujoco.mj_kinematics(self.model, self.data)
        mujoco.mj_comPos(self.model, self.data)
        mujoco.mj_tendon(self.model, self.data)
        mujoco.mj_transmission(self.model, self.data)

    def lengths(self, pose: Pose) -> Floats:
        """The length of every line in a pose, in metres.

        Args:
            pose: joint angles.
        """
        self.place(pose)
        return self.data.actuator_length.copy()

    def vertices(self, body: str) -> Floats:
        """The corners of a body's bones where it is now (N, 3), in metres.

        Args:
            body: the model's name of it.
        """
        model, data, found = self.model, self.data, [np.zeros((0, 3))]
        for geom in np.flatnonzero(model.geom_bodyid == model.body(body).id):
            if model.geom_type[geom] == mujoco.mjtGeom.mjGEOM_MESH:
                mesh = model.geom_dataid[geom]
                start = model.mesh_vertadr[mesh]
                corners = model.mesh_vert[start : start + model.mesh_vertnum[mesh]]
                found.append(corners @ data.geom_xmat[geom].reshape(3, 3).T + data.geom_xpos[geom])
        return np.vstack(found)

    def shoulder(self, side: str) -> Floats:
        """Where a shoulder is now (3,), in metres.

        Args:
            side: `r` or `l`.
        """
        torso = self.data.body("torso")
        return np.asarray(torso.xpos + torso.xmat.reshape(3, 3) @ self.shoulders[side])


def turned(pitch: float, roll: float) -> Floats:
    """The turn of the pelvis as a quaternion (4,).

    Args:
        pitch: forwards, in degrees.
        roll: then onto the left side, in degrees.
    """
    forwards, sideways, both = np.zeros(4), np.zeros(4), np.zeros(4)
    mujoco.mju_axisAngle2Quat(forwards, np.array([1.0, 0, 0]), pitch * DEGREE)
    mujoco.mju_axisAngle2Quat(sideways, np.array([0, 1.0, 0]), roll * DEGREE)
    mujoco.mju_mulQuat(both, sideways, forwards)
    return both


def _cured(folder: Path) -> Path:
    """A copy of the model for this run alone, with the wrapping surfaces of the gluteus maximus put back."""
    copy = folder / "model"
    shutil.copytree(Path(musclemimic_models.__file__).parent / "model", copy)
    restored = 0
    for file in (copy / "leg" / "assets").glob("*tendon*.xml"):
        text, count = WRAP.subn(r"\1", file.read_text())
        file.write_text(text)
        restored += count
    if restored != 4:
        raise RuntimeError(f"{restored} wrapping surfaces of the gluteus maximus were put back, not 4: another model?")
    return copy / "body" / "myofullbody.xml"


def _shoulders(whole: mujoco.MjModel) -> dict[str, Floats]:
    """Where the arms hang, in the torso's own axes."""
    data = mujoco.MjData(whole)
    mujoco.mj_forward(whole, data)
    torso = data.body("torso")
    return {side: torso.xmat.reshape(3, 3).T @ (data.body(f"humerus_{side}").xpos - torso.xpos) for side in ("r", "l")}

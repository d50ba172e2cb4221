"""Poses exercises on a musculoskeletal model and writes what the program ships: muscle lengths, roles, pictures.

Build-time only: `make atlas`. The program, its tests and CI never import MuJoCo.
"""

import os

os.environ.setdefault("MUJOCO_GL", "egl")  # read when mujoco is imported: drawing without a screen
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # exercises run side by side; threads of theirs would fight

"""One drawing: its poses side by side or one over the other, with things, floor and the arrow of the movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from arrows import Arrow, arrows
from flesh import Limb, Person, person
from ink import ACCENT, Box, Frame, around, disc, document, fitted, pack, skin, trace
from props import Stroke, strokes
from skeleton import HEAD_RADIUS, Place, Point, Spec, between, place

GAP = 16.0
LARGEST = 1.7
"""Pixels per unit where a drawing asks for no other scale; a close-up asks for more."""

FAR, GHOST, FLOOR = ".4", ".22", ".35"
"""Opacities of the far limbs, of the start under the end, and of the floor."""

ROOT_SHARE = 0.4
"""So much of a thigh (from the front: of an upper arm too) grows out of the trunk without a gap."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One pose with its things, before it is laid on the page."""

    body: Person
    behind: list[Stroke]
    before: list[Stroke]

    @property
    def box(self) -> Box:
        """The rectangle around everything in it."""
        limbs = [limb for layer in self.body.layers.values() for limb in layer]
        skins = [end for limb in limbs for end in zip((limb.start, limb.end), limb.radii, strict=True)]
        return around(skins + [end for stroke in self.behind + self.before for end in stroke.reach])


def drawing(name: str, title: str, row: Spec, postures: Mapping[str, Spec]) -> str:
    """The SVG of one exercise.

    Args:
        name: the exercise's id.
        title: the exercise's name.
        row: its table in figures.toml.
        postures: the named postures.
    """
    start = full(row["start"], postures)
    specs = [start, *([start | full(row["end"], postures)] if "end" in row else [])]
    panels = [_panel(spec, row) for spec in specs]
    ghost = "ghost" in row
    beside = len(panels) == 2 and not ghost
    shifts = [0.0, panels[0].box.right - panels[-1].box.left + GAP if beside else 0.0]
    pointing = arrows(row, specs, [panel.body for panel in panels])
    floor = row.get("floor", True)
    box = _whole(panels, shifts, pointing, floor=floor)
    frame = fitted(box, row.get("scale", LARGEST))
    frames = [frame.moved(shift) for shift in shifts]
    parts = [_floor(box, frame)] if floor else []
    if ghost:
        parts.append(_faint(panels[0], frame))
    parts += [
        _solid(panel, frames[index], set(row.get("accent", ())), mask=f"{name}-{index}")
        for index, panel in enumerate(panels)
        if index or not ghost
    ]
    if pointing:
        data = "".join(each.data(frames[each.panel]) for each in pointing)
        parts.append(f'<path fill="none" stroke="{ACCENT}" stroke-width="3" d="{data}"/>')
    return document(title, "\n".join(parts) + "\n")


def full(spec: Spec, postures: Mapping[str, Spec]) -> Spec:
    """A pose with the posture it is written on.

    Args:
        spec: the pose as written.
        postures: the named postures; each may stand on another.
    """
    base = full(postures[spec["as"]], postures) if "as" in spec else {}
    return base | {key: value for key, value in spec.items() if key != "as"}


def _panel(spec: Spec, row: Spec) -> Panel:
    body = person(spec, front=row.get("view") == "front")

    def at(where: Place) -> Point:
        return place(where, body.joints, facing=body.facing)

    props = spec["props"] if "props" in spec else row.get("props", [])
    things = [stroke for prop in props for stroke in strokes(prop, at)]
    return Panel(body, [each for each in things if not each.before], [each for each in things if each.before])


def _whole(panels: list[Panel], shifts: list[float], pointing: list[Arrow], *, floor: bool) -> Box:
    boxes = [panel.box.moved(shift) for panel, shift in zip(panels, shifts, strict=False)]
    boxes += [around([(point, 2.5) for point in each.way]).moved(shifts[each.panel]) for each in pointing]
    box = reduce(Box.joined, boxes)
    return box.joined(Box(box.left - 2, -1.5, box.right + 2, 0)) if floor else box


# --- the parts of the page


def _floor(box: Box, frame: Frame) -> str:
    line = trace([(box.left - 1, -0.7), (box.right + 1, -0.7)], frame)
    return f'<path stroke="currentColor" opacity="{FLOOR}" d="{line}"/>'


def _faint(panel: Panel, frame: Frame) -> str:
    """The start of a movement under its end."""
    limbs = [limb for layer in panel.body.layers.values() for limb in layer]
    return f'<path opacity="{GHOST}" d="{"".join(skin(*_drawn(limb), frame) for limb in limbs)}"/>'


def _solid(panel: Panel, frame: Frame, accent: set[str], *, mask: str) -> str:
    """Things behind, far limbs, then trunk, leg and arm, each parted from the next by a thin gap."""
    layers, front = panel.body.layers, panel.body.front
    far = f'<g opacity="{FAR}">{_skins(layers["far"], accent, frame)}</g>\n' if layers["far"] else ""
    inner = _skins(layers["body"] + (layers["leg"] if front else []), accent, frame)
    if layers["leg"] and not front:
        cut = _cut(layers["leg"], frame, rooted="thigh")
        inner = _parted(inner, cut, mask + "l") + _skins(layers["leg"], accent, frame)
    if layers["arm"]:
        cut = _cut(layers["arm"], frame, rooted="upper_arm" if front else "")
        inner = _parted(inner, cut, mask + "a") + _skins(layers["arm"], accent, frame)
    back = _skins(layers.get("back", []), accent, frame)
    if back:
        head = disc(frame(panel.body.joints["head"]), (HEAD_RADIUS + 1.4) * frame.scale)
        back = _parted(back, f'<path d="{head}" fill="#000"/>', mask + "h")
    return _things(panel.behind, frame) + far + back + inner + "\n" + _things(panel.before, frame)


def _drawn(limb: Limb) -> tuple[Point, Point, tuple[float, float]]:
    return limb.start, limb.end, limb.radii


def _skins(limbs: list[Limb], accent: set[str], frame: Frame) -> str:
    """The limbs in as few paths as there are colours, the marked ones on top."""
    text = ""
    for marked in (False, True):
        data = "".join(skin(*_drawn(limb), frame) for limb in limbs if (limb.part in accent) is marked)
        ink = f' fill="{ACCENT}"' if marked else ""
        text += f'<path{ink} d="{data}"/>' if data else ""
    return text


def _cut(limbs: list[Limb], frame: Frame, *, rooted: str) -> str:
    """Wide lines along limbs, to be cut out of what lies under them."""
    ways: dict[bool, list[Point]] = {}
    for limb in limbs:
        root = between(limb.start, limb.end, ROOT_SHARE) if rooted and limb.part.startswith(rooted) else limb.start
        ways.setdefault(limb.part.endswith("2"), [root]).append(limb.end)
    wide = pack((8.6 if rooted else 7.6) * frame.scale)
    data = "".join(trace(way, frame) for way in ways.values())
    return f'<path fill="none" stroke="#000" stroke-width="{wide}" d="{data}"/>'


def _parted(inner: str, cut: str, mask: str) -> str:
    page = '<path fill="#fff" d="M0 0h320v200H0z"/>'
    return f'<mask id="{mask}">{page}{cut}</mask><g mask="url(#{mask})">{inner}</g>'


def _things(things: list[Stroke], frame: Frame) -> str:
    """Strokes in their order; neighbours of one colour and width share a path."""
    text = ""
    for (colour, width), run in groupby(things, key=lambda each: (each.colour, each.width)):
        data = "".join(
            disc(frame(each.points[0]), each.round * frame.scale) if each.round else trace(each.points, frame)
            for each in run
        )
        solid = f'fill="{colour}"'
        line = f'fill="none" stroke="{colour}" stroke-width="{pack(width * frame.scale)}"'
        text += f'<path {line if width else solid} d="{data}"/>\n'
    return text

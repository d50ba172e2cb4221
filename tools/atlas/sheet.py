"""All pictures on one sheet, with their names, for the eye that looks for a wrong pose."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

CELL, HEADING, ACROSS = 150, 14, 14


def sheet(folder: Path, file: Path) -> None:
    """Write the contact sheet of every model picture.

    Args:
        folder: where the pictures are.
        file: what to write.
    """
    pictures = sorted(folder.glob("*.webp"))
    down = -(-len(pictures) // ACROSS)
    whole = Image.new("RGB", (ACROSS * CELL, down * (CELL + HEADING)), "white")
    pen = ImageDraw.Draw(whole)
    for place, picture in enumerate(pictures):
        left, top = place % ACROSS * CELL, place // ACROSS * (CELL + HEADING)
        image = Image.open(picture)
        image.thumbnail((CELL - 6, CELL - 6))
        whole.paste(image, (left + (CELL - image.width) // 2, top + HEADING + (CELL - image.height) // 2), image)
        pen.text((left + 3, top + 1), picture.stem[:24], fill="black")
    whole.save(file, quality=72, method=6)

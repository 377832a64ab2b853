"""The colours of a PNG as browsers write it: 8 bits a channel, not interlaced (RFC 2083)."""

from __future__ import annotations

import struct
import zlib
from collections import Counter


def colours(png: bytes) -> Counter[tuple[int, ...]]:
    """How many pixels there are of each colour."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]
    data, line = zlib.decompress(_data(png)), 1 + width * size
    found: Counter[tuple[int, ...]] = Counter()
    before = bytes(width * size)
    for row in range(height):
        start = row * line
        before = _unfiltered(data[start], bytearray(data[start + 1 : start + line]), before, size)
        found.update(zip(*(before[channel::size] for channel in range(3)), strict=True))
    return found


def _data(png: bytes) -> bytes:
    at, parts = 8, []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            parts.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(parts)


def _unfiltered(kind: int, row: bytearray, above: bytes, size: int) -> bytes:
    for at in range(len(row) if kind else 0):
        left = row[at - size] if at >= size else 0
        corner = above[at - size] if at >= size else 0
        guess = (left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind - 1]
        row[at] = (row[at] + guess) & 255
    return bytes(row)


def _paeth(left: int, above: int, corner: int) -> int:
    base = left + above - corner
    return min((left, above, corner), key=lambda each: abs(base - each))

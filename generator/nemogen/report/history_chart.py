"""The layout of the page's chart: size over time, and below it each revision in the lane of its level."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.report.history import Row

WIDTH: Final = 1080
LEFT: Final = 116
RIGHT: Final = 26
SIZE_TOP: Final = 22
SIZE_HEIGHT: Final = 132
LANES_TOP: Final = SIZE_TOP + SIZE_HEIGHT + 26
LANE: Final = 26
AXIS: Final = 30
_MOST_TICKS: Final = 9
_APART: Final = 9
"""The distance between centres at which two marks are distinguishable: most of each is visible."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid, `at` in units of the picture, and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One revision: `x`, `y` of its centre; `row` is its index in the history."""

    x: float
    y: float
    row: int
    lane: str


@dataclass(frozen=True, slots=True)
class Crowd:
    """Marks that cover each other: the position of the last of them, and their number."""

    x: float
    y: float
    count: int
    lane: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture. `line` and `area` are data of SVG paths: the size from one revision to the next, with a gap where
    there is no readable document."""

    width: int
    height: int
    left: int
    right: int
    line: str
    area: str
    sizes: tuple[Tick, ...]
    times: tuple[Tick, ...]
    lanes: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    crowds: tuple[Crowd, ...]


def draw(rows: Sequence[Row], lanes: Sequence[str], lane_of: Sequence[str]) -> Chart | None:
    """The chart of `rows`, oldest first; `lane_of` names the lane of each. None if no revision has a date."""
    dates = [row.date for row in rows if row.date is not None]
    if not dates:
        return None
    scale = _Scale(min(dates), max(dates))
    used = [lane for lane in lanes if lane in lane_of]
    heights = {lane: LANES_TOP + LANE * at + LANE / 2 for at, lane in enumerate(used)}
    sizes = [row.document_size for row in rows]
    most, step = _size_scale(max(filter(None, sizes), default=0))
    points = [
        (scale.x(row.date), None if size is None else _y(size, most))
        for row, size in zip(rows, sizes, strict=True)
        if row.date is not None
    ]
    line, area = _steps(points, _y(0, most))
    marks = tuple(
        Mark(scale.x(row.date), heights[lane], at, lane)
        for at, (row, lane) in enumerate(zip(rows, lane_of, strict=True))
        if row.date is not None
    )
    return Chart(
        width=WIDTH,
        left=LEFT,
        right=WIDTH - RIGHT,
        height=LANES_TOP + LANE * len(used) + AXIS,
        line=line,
        area=area,
        sizes=tuple(Tick(_y(size, most), _size_label(size)) for size in range(0, most + 1, step)),
        times=tuple(Tick(scale.x(when), label) for when, label in _times(scale.first, scale.last)),
        lanes=tuple(Tick(heights[lane], lane) for lane in used),
        marks=marks,
        crowds=tuple(_crowds(marks)),
    )


def _crowds(marks: Sequence[Mark]) -> Iterator[Crowd]:
    """Marks of one lane that are too close to be distinguishable."""
    lanes: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda each: each.x):
        lanes.setdefault(mark.lane, []).append(mark)
    for own in lanes.values():
        group = own[:1]
        for mark in own[1:]:
            if mark.x - group[-1].x < _APART:
                group.append(mark)
                continue
            yield from _crowd(group)
            group = [mark]
        yield from _crowd(group)


def _crowd(marks: Sequence[Mark]) -> Iterator[Crowd]:
    if len(marks) > 1:
        yield Crowd(marks[-1].x, marks[-1].y, len(marks), marks[-1].lane)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: datetime.datetime
    last: datetime.datetime

    def x(self, when: datetime.datetime) -> float:
        """In the middle if everything is at one moment."""
        span = (self.last - self.first).total_seconds()
        share = (when - self.first).total_seconds() / span if span else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _steps(points: Sequence[tuple[float, float | None]], ground: float) -> tuple[str, str]:
    """Line and area. A document keeps its size until the next revision; None ends it, until there is one again."""
    lines: list[str] = []
    areas: list[str] = []
    start: float | None = None
    ordered = sorted(points, key=lambda point: point[0])
    for at, (x, y) in enumerate(ordered):
        if start is None and y is not None:
            start, drawn = x, f"M{x} {y}"
        elif start is not None:
            drawn += f"H{x}" if y is None else f"H{x}V{y}"
        if start is not None and (y is None or at == len(ordered) - 1):
            lines.append(drawn)
            areas.append(f"{drawn}V{ground}H{start}Z")
            start = None
    return "".join(lines), "".join(areas)


def _y(size: float, most: int) -> float:
    return round(SIZE_TOP + SIZE_HEIGHT * (1 - size / most), 1)


def _size_scale(largest: int) -> tuple[int, int]:
    """The top of the scale and the distance of its lines, in bytes: 1, 2 or 5 times a power of ten, 3 to 5 lines."""
    rough = max(largest, 1000) / 4
    power: int = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return step * math.ceil(max(largest, 1) / step), step


def _size_label(size: int) -> str:
    if size >= 1_000_000:
        return f"{size / 1_000_000:g} MB"
    return f"{size / 1000:g} KB" if size >= 1000 else f"{size} B" if size else "0"


def _times(first: datetime.datetime, last: datetime.datetime) -> Iterator[tuple[datetime.datetime, str]]:
    """Moments that a reader expects on an axis: hours, days, months or years, whichever are few enough."""
    span = last - first
    if not span:
        yield first, first.strftime("%Y-%m-%d %H:%M")
    elif span < datetime.timedelta(days=3):
        yield from _even(first, last, "%m-%d %H:%M", (3600, 7200, 14400, 28800))
    elif span < datetime.timedelta(days=75):
        yield from _even(first, last, "%m-%d", (86400, 172800, 345600, 604800, 1209600))
    else:
        yield from _months(first, last)


def _even(
    first: datetime.datetime, last: datetime.datetime, form: str, steps: Sequence[int]
) -> Iterator[tuple[datetime.datetime, str]]:
    span = (last - first).total_seconds()
    step = next((each for each in steps if span / each <= _MOST_TICKS), steps[-1])
    at = math.ceil(first.timestamp() / step) * step
    while at <= last.timestamp():
        when = datetime.datetime.fromtimestamp(at, datetime.UTC)
        yield when, when.strftime(form)
        at += step


def _months(first: datetime.datetime, last: datetime.datetime) -> Iterator[tuple[datetime.datetime, str]]:
    count = (last.year - first.year) * 12 + last.month - first.month
    step = next(
        (each for each in (1, 2, 3, 6) if count / each <= _MOST_TICKS), 12 * math.ceil(count / 12 / _MOST_TICKS)
    )
    month = first.year * 12 + first.month - 1
    for number in range(math.ceil((month + 1) / step) * step, month + count + 1, step):
        when = datetime.datetime(number // 12, number % 12 + 1, 1, tzinfo=datetime.UTC)
        yield when, when.strftime("%Y" if step >= 12 else "%b %Y")

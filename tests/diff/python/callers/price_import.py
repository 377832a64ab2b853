"""Adds items out of a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from shop import Shop


def add(client: Shop, rows: Iterable[str]) -> float:
    total = 0.0
    for name, price in csv.reader(rows):
        added = client.items.create(name=name, price=float(price))
        total += added.price or 0
    return total

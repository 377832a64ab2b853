"""Prints what a shop has."""

from __future__ import annotations

import sys

import shop


def lines(client: shop.Shop) -> list[str]:
    return [f"{item.name:20}" for item in client.items.list(limit=100)]


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(shop.Shop())))

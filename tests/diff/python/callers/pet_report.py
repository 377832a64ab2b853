"""Prints which pets of a store are there, and what its orders come to."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

import petstore as store
from petstore import NotFoundError, Petstore
from petstore import Pet as Animal

WANTED: Final = "available"


@dataclass
class Report:
    client: Petstore
    limit: int = 50

    def names(self) -> list[str]:
        found = self.client.pets.list_all(status=WANTED, limit=self.limit)
        return [pet.name.title() for pet in found if pet.tags]

    def heaviest(self, pets: list[Animal]) -> Animal | None:
        return max(pets, key=lambda each: each.weight or 0, default=None)

    def describe(self, pet: Animal) -> str:
        match pet.status:
            case "sold":
                return "gone"
            case _:
                return "here"


def contact(pet: store.Pet) -> str:
    owner = pet.owner
    return getattr(owner, "email", None) or "nobody"


def photo(client: Petstore, pet_id: int) -> bytes | None:
    try:
        return bytes(client.pets.photo.retrieve(pet_id))
    except NotFoundError:
        return None


def turnover(client: Petstore) -> float:
    orders = client.orders.list()
    return sum(order.total for order in orders if order.state == "paid")


if __name__ == "__main__":
    report = Report(Petstore())
    sys.stdout.write("\n".join(report.names()))

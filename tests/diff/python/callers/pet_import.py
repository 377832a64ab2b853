"""Puts pets into a store, several at once."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from petstore import AsyncPetstore, NewPetParam, OwnerParam


def as_pet(row: dict[str, Any]) -> NewPetParam:
    owner: OwnerParam = {"email": row["email"]}
    return {"name": row["name"], "owner": owner, "status": "pending"}


async def add(client: AsyncPetstore, row: dict[str, Any]) -> int:
    create = client.pets.create
    pet = await create(**as_pet(row))
    raw = await client.pets.with_raw_response.retrieve(pet.id)
    return raw.parse().id


async def order(client: AsyncPetstore, pet_id: int) -> None:
    place = partial(client.orders.create, pet_id=pet_id)
    await place()


async def main(rows: list[dict[str, Any]]) -> None:
    async with AsyncPetstore() as client:
        added = await asyncio.gather(*(add(client, row) for row in rows))
        for pet_id in added:
            await order(client, pet_id)


if __name__ == "__main__":
    asyncio.run(main([]))

# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class Place(Model):
    street: str | None = None


class Person(Model):
    name: str | None = None


class Stamp(Model):
    text: str | None = None


class Witness(Model):
    nickname: str | None = None


class Questionnaire(Model):
    place: Place | None = None
    receiver: Person | None = None
    sender: Person | None = None
    stamp: Stamp | None = None
    witness: Witness | None = None

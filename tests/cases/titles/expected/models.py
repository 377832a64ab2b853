# Written by nemogen.

from __future__ import annotations

from titles._runtime.model import Model


class Person(Model):
    name: str | None = None


class Witness(Model):
    nickname: str | None = None


class Stamp(Model):
    text: str | None = None


class Place(Model):
    street: str | None = None


class Questionnaire(Model):
    sender: Person | None = None
    receiver: Person | None = None
    witness: Witness | None = None
    stamp: Stamp | None = None
    place: Place | None = None

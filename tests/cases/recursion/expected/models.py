# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Union

from typing_extensions import TypeAliasType

from ._runtime.model import Model

Value = TypeAliasType("Value", Union[str, float, bool, "list[Value]", "dict[str, Value]"])


class Person(Model, nullable=["father"]):
    name: str
    children: list[Person] | None = None
    father: Person | None = None
    mother: Person | None = None
    notes: Value | None = None


class Folder(Model):
    documents: list[Document] | None = None
    folders: dict[str, Folder] | None = None


class Document(Model):
    title: str
    filed_in: Folder | None = None


Person.model_rebuild()
Folder.model_rebuild()

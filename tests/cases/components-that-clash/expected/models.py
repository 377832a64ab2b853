# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class VoiceGroupModel(Model):
    size: int | None = None


class VoiceGroup(Model):
    conductor: str | None = None


class VoiceRequest(Model):
    group: VoiceGroupModel
    second_group: VoiceGroup | None = None

# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .models import VoiceGroup, VoiceGroupModel


class VoiceGroupModelParam(TypedDict):
    size: NotRequired[int]


class VoiceGroupParam(TypedDict):
    conductor: NotRequired[str]


class VoiceRequestParam(TypedDict):
    group: VoiceGroupModelParam | VoiceGroupModel
    second_group: NotRequired[VoiceGroupParam | VoiceGroup]

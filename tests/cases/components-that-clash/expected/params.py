# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from components_that_clash.models import VoiceGroup, VoiceGroupModel


class VoiceGroupModelParam(TypedDict):
    size: NotRequired[int]


class VoiceGroupParam(TypedDict):
    conductor: NotRequired[str]


class VoiceRequestParam(TypedDict):
    group: VoiceGroupModelParam | VoiceGroupModel
    second_group: NotRequired[VoiceGroupParam | VoiceGroup]

# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class OrderRequest(Model):
    kind: Literal["\U0001fae8"]
    k: Annotated[str, Field(alias="k\U00011f04")]
    more: dict[str, str] | None = None


class U11F04U11F04RetrieveParameters(Model):
    u2_ebf0: Annotated[Literal["a", "b\U00011f04", "\U0001fae8"], Field(alias="\U0002ebf0")]
    ab: Annotated[int | None, Field(alias="a・b")] = None
    x: Annotated[str | None, Field(alias="x-\U0001e030", pattern="^[a\U00011f04]+$")] = None
    u1_fae8: Annotated[str | None, Field(alias="\U0001fae8")] = None


class Shake(Model):
    """Described by 🫨."""

    u11_f04: Annotated[Literal["\U00011f04", "\U0001fae8"] | str, Field(alias="\U00011f04")]
    aб: str | None = None
    a: Annotated[str | None, Field(alias="a\U0001e030")] = None
    ab: Annotated[str | None, Field(alias="a\U0001e030b")] = None
    nm: Annotated[str | None, Field(alias="n\u200dm")] = None
    n: Annotated[str | None, Field(alias="n\U0001e4f0")] = None
    kannada_letter_ka_u0_cf3: Annotated[str | None, Field(alias="ಕ\u0cf3")] = None
    ნa: Annotated[str | None, Field(alias="ჼa")] = None
    cjk_unified_ideograph_540_d_katakana_middle_dot_cjk_unified_ideograph_524_d: Annotated[
        str | None, Field(alias="名・前")
    ] = None
    cjk_unified_ideograph_540_d_u2_ebf0: Annotated[str | None, Field(alias="名\U0002ebf0")] = None
    x: Annotated[str | None, Field(alias="\U0001ccd6x")] = None
    u1_fae8: Annotated[str | None, Field(alias="\U0001fae8")] = None
    """With a 🫨"""


class U2Ebf0(Model):
    u2_ebf0: Annotated[list[Shake] | None, Field(alias="\U0002ebf0")] = None

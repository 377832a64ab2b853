"""Streams, with and without a manager; raw responses; objects that are read as a whole."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator

from mistral_nemo import AsyncMistralNemo, BadRequestError, ChatCompletionChunk


async def parts(client: AsyncMistralNemo, text: str) -> AsyncIterator[str]:
    stream = await client.chat.completions.create(
        messages=[{"role": "user", "content": text}], stream=True, tool_choice="required"
    )
    async for chunk in stream:
        for choice in chunk.choices:
            if choice.delta.role == "assistant":
                continue
            yield choice.delta.content or ""
        if chunk.usage:
            sys.stdout.write(f"{chunk.usage.total_tokens}")


async def managed(client: AsyncMistralNemo) -> str:
    async with client.chat.completions.stream(messages=[{"role": "user", "content": "x"}], stop=["\n"]) as stream:
        async for text in stream.text:
            sys.stdout.write(text)
        whole = await stream.final()
    return whole.choices[0].message.refusal or ""


async def raw(client: AsyncMistralNemo) -> object:
    response = await client.chat.completions.with_raw_response.create(messages=[], top_a=0.1)
    try:
        return response.parsed.meta
    except BadRequestError as error:
        return error.problem


def handle(chunk: ChatCompletionChunk) -> dict[str, object]:
    data = chunk.model_dump()
    return data["choices"]


OPTIONS = {"top_k": 3, "seed": 4}


async def spread(c: AsyncMistralNemo) -> None:
    await c.chat.completions.create(messages=[], **OPTIONS)
    await c.chat.completions.create(messages=[], repetition_penalty=1.0)

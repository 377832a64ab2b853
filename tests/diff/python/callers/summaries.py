"""Summarises many texts at once."""

from __future__ import annotations

import asyncio

from mistral_nemo import AsyncMistralNemo
from mistral_nemo.params import MessageParam

PROMPT: MessageParam = {"role": "system", "content": "Summarise in one sentence."}


class Summaries:
    def __init__(self, client: AsyncMistralNemo, limit: int) -> None:
        self.client = client
        self.limit = limit

    async def one(self, text: str) -> str:
        answer = await self.client.chat.completions.create(
            messages=[PROMPT, {"role": "user", "content": text}], max_tokens=self.limit
        )
        choice = answer.choices[0]
        if choice.finish_reason == "length":
            raise ValueError(f"{answer.id}: longer than {self.limit}")
        return choice.message.content or ""


async def main(texts: list[str]) -> list[str]:
    async with AsyncMistralNemo() as client:
        summaries = Summaries(client, 100)
        return await asyncio.gather(*(summaries.one(text) for text in texts))

"""Sessions of an assistant, on a client of its own."""

from __future__ import annotations

import functools
from typing import Any, TypedDict, Unpack

import mistral_nemo as mn
from mistral_nemo import params as p


class Tuning(TypedDict, total=False):
    temperature: float
    top_k: int


class LoggingClient(mn.MistralNemo):
    def ask(self, text: str, **tuning: Unpack[Tuning]) -> mn.ChatCompletion:
        message: p.UserMessageParam = {"role": "user", "content": text}
        return self.chat.completions.create(messages=[message], **tuning)


class Session:
    def __init__(self) -> None:
        self.client = LoggingClient()
        self.completions = self.client.chat.completions
        self.create = self.client.chat.completions.create
        self.history: list[p.MessageParam] = []

    def say(self, text: str) -> str:
        self.history.append(p.UserMessageParam(role="user", content=text))
        answer = self.completions.create(messages=self.history, seed=3)
        if (choice := answer.choices[0]).finish_reason in ("stop", "length"):
            return choice.message.content or ""
        return self.create(messages=self.history, min_p=0.1).id

    def quick(self) -> str:
        ask = functools.partial(self.client.chat.completions.create, top_p=0.5)
        return ask(messages=self.history).model

    def dynamic(self) -> Any:
        return getattr(self.client.chat.completions.create(messages=self.history), "created")  # noqa: B009

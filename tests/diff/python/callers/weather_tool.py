"""Lets the model call a function, with arguments that are put together first."""

from __future__ import annotations

import json
from typing import Any

from mistral_nemo import ChatCompletion, MistralNemo

TOOLS: Any = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]


def settings(**more: Any) -> dict[str, Any]:
    return {"tools": TOOLS, **more}


def ask(client: MistralNemo, question: str) -> ChatCompletion:
    return client.chat.completions.create(
        messages=[{"role": "user", "content": question}], tool_choice="auto", **settings(seed=1)
    )


def places(answer: ChatCompletion) -> list[str]:
    calls = answer.choices[0].message.tool_calls or []
    return [json.loads(call.function.arguments)["place"] for call in calls if call.type == "function"]

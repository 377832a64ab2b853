"""What an answer cost, and what it asks for."""

from __future__ import annotations

from . import Client, TokenUsage, models


def cost(usage: TokenUsage | None) -> int:
    match usage:
        case TokenUsage(total_tokens=0):
            return 0
        case models.Usage() as other:
            return other.prompt_tokens
    return 0


def kinds(message: models.ChatCompletionMessage) -> list[str]:
    found = []
    for call in message.tool_calls or []:
        match call.type:
            case "function":
                found.append("f")
            case "custom":
                found.append("c")
    return found


class Costed(models.ChatCompletion):
    @property
    def price(self) -> int:
        return self.usage.completion_tokens


def client() -> Client:
    return Client(max_retries=0)

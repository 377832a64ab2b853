"""Chats on the terminal, and streams what comes."""

from __future__ import annotations

import sys

from mistral_nemo import MistralNemo


def main() -> None:
    client = MistralNemo()
    while question := input("> "):
        with client.chat.completions.create(
            messages=[{"role": "user", "content": question}], temperature=0.2, stream=True
        ) as chunks:
            for chunk in chunks:
                for choice in chunk.choices:
                    sys.stdout.write(choice.delta.content or "")
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()

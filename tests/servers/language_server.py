"""Asks a language server what an editor would show at a location (Language Server Protocol 3.17)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "signatureHelp": {"signatureInformation": {"documentationFormat": ["markdown"]}},
    },
}


class LanguageServer:
    """A server that reads one file, whose text is `text`."""

    def __init__(self, process: subprocess.Popen[bytes], file: Path) -> None:
        self._process = process
        self._document = {"uri": file.as_uri()}
        self._text = file.read_text(encoding="utf-8")
        self._count = 0
        folder = file.parent.as_uri()
        folders = [{"uri": folder, "name": "project"}]
        self._ask("initialize", processId=None, rootUri=folder, workspaceFolders=folders, capabilities=CAPABILITIES)
        self._send(method="initialized", params={})
        opened = {**self._document, "languageId": "python", "version": 1, "text": self._text}
        self._send(method="textDocument/didOpen", params={"textDocument": opened})

    def hover(self, before: str) -> str:
        """What is shown over the word that ends `before`."""
        return str(self._at("hover", before, back=1)["contents"]["value"])

    def keywords(self, before: str) -> list[str]:
        """The names of arguments that are offered behind `before`."""
        found = self._at("completion", before)
        labels = [str(each["label"]) for each in found["items"]]
        return [label.removesuffix("=") for label in labels if label.endswith("=")]

    def signatures(self, before: str) -> list[str]:
        """The signatures that are shown while arguments are written behind `before`."""
        return [str(each["label"]) for each in self._at("signatureHelp", before)["signatures"]]

    def _at(self, what: str, before: str, back: int = 0) -> Any:
        head = self._text[: self._text.index(before) + len(before) - back]
        position = {"line": head.count("\n"), "character": len(head) - (head.rfind("\n") + 1)}
        return self._ask(f"textDocument/{what}", textDocument=self._document, position=position)

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _ask(self, method: str, **params: Any) -> Any:
        self._count += 1
        self._send(id=self._count, method=method, params=params)
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                # The server asks for settings, or to register something.
                items = message["params"].get("items", [])
                self._send(id=message["id"], result=[{} for _ in items] or None)
            elif message.get("id") == self._count:
                return message["result"]

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


@contextmanager
def language_server(command: list[str], file: Path) -> Iterator[LanguageServer]:
    """A language server that has opened a file."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=file.parent) as process:
        try:
            yield LanguageServer(process, file)
        finally:
            process.kill()

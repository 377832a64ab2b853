"""Explanations of what openapi-python-client, as an engine, omits or does differently."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import CALLERS, READERS, Meaning, Meanings

_OTHER_ENGINE: Final = (
    "If callers need it, use nemogen's own client (engine under [client] in specs/<api>/api.toml); or change the"
    " document in specs/<api>/overlay.yaml to what the tool takes."
)
_SEND_YOURSELF: Final = "Give it to the client as the message says, or with httpx_args."
_AS_IT_IS: Final = "Nothing has to be done where the value will do as it is."

TOOL_LOSSES: Final[Meanings] = {
    "tool-body": Meaning("openapi-python-client drops a body of the operation.", "Callers who send it.", _OTHER_ENGINE),
    "tool-credential": Meaning(
        "openapi-python-client does not send the credential by itself.",
        "Callers of the operations that need it.",
        _SEND_YOURSELF,
    ),
    "tool-default": Meaning("openapi-python-client does not take the default. The server has it.", CALLERS, _AS_IT_IS),
    "tool-enum": Meaning("openapi-python-client makes no class of the values. Any value is taken.", CALLERS, _AS_IT_IS),
    "tool-media-type": Meaning(
        "openapi-python-client reads one media type of the response, and this one not.", READERS, _OTHER_ENGINE
    ),
    "tool-multipart": Meaning(
        "openapi-python-client sends booleans in a form as True or False.",
        "Callers, where the server takes true or false alone.",
        _OTHER_ENGINE,
    ),
    "tool-name": Meaning(
        "The operation has another module than openapi-python-client alone would give it: the name is taken, or no"
        " file can have it.",
        "Callers who expect the name of the tool.",
        "To choose the name, set name under [operations] in specs/<api>/api.toml.",
    ),
    "tool-operation": Meaning(
        "openapi-python-client drops the operation.", "Callers of it: the client has no function.", _OTHER_ENGINE
    ),
    "tool-parameter": Meaning(
        "openapi-python-client drops the parameter.", "Callers of the operation: they cannot give it.", _OTHER_ENGINE
    ),
    "tool-parameter-type": Meaning(
        "openapi-python-client takes the value of the parameter only as the text that is sent.", CALLERS, _AS_IT_IS
    ),
    "tool-property": Meaning(
        "openapi-python-client has no attribute for the property.", READERS, "Read and set it in additional_properties."
    ),
    "tool-recursion": Meaning(
        "openapi-python-client takes no list or union that holds itself. It is any value.", READERS, _AS_IT_IS
    ),
    "tool-response": Meaning(
        "openapi-python-client does not read the response of this status.",
        READERS,
        "Read the content of the detailed response.",
    ),
    "tool-schema": Meaning(
        "openapi-python-client reports a problem with a schema, and leaves out what the message names.",
        CALLERS,
        _OTHER_ENGINE,
    ),
    "tool-server": Meaning(
        "openapi-python-client calls every operation at the base_url of the client.",
        "Callers of an operation that has another server.",
        "Make another client with that base_url for it.",
    ),
    "tool-stream": Meaning(
        "openapi-python-client reads a stream whole, as text.", "Callers who want events as they arrive.", _OTHER_ENGINE
    ),
    "tool-style": Meaning(
        "openapi-python-client does not know the style or media type of the parameter, and sends it in another form.",
        "Callers who give it: the server may not understand it.",
        _OTHER_ENGINE,
    ),
    "tool-tuple": Meaning(
        "openapi-python-client types no items by position. Each is what any of them may be.", READERS, _AS_IT_IS
    ),
}

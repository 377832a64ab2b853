"""Explanations of findings of the reader: the document is not valid at a location, and is repaired or read in part."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import (
    CALLERS,
    IF_WRONG,
    IN_OVERLAY,
    MAINTAINERS,
    NOBODY,
    NOTHING,
    READERS,
    Meaning,
    Meanings,
)

_LOSE_OPERATION: Final = "Callers of the operation: the client has no method for it."
_LOSE_ARGUMENT: Final = "Callers of the operation: its method has no argument for the parameter."
_CREDENTIALS: Final = "Callers of operations that need the credential: it is not sent."

PARTS: Final[Meanings] = {
    "additional-operation-misplaced": Meaning(
        "A method that has a field of its own is below additionalOperations. It is read as if it were in the field.",
        NOBODY,
        IN_OVERLAY,
    ),
    "boolean-as-text": Meaning(
        'The value is a text where a boolean is expected, as in "true". It is read as the boolean.', NOBODY, IF_WRONG
    ),
    "callback-circular": Meaning(
        "A callback leads to itself. The inner one is left out.", "Receivers of the inner callback.", IN_OVERLAY
    ),
    "collection-format": Meaning(
        "The collectionFormat of a Swagger 2.0 parameter cannot be used at this location; another one is.",
        "Callers who give a list for the parameter: it may be sent in another form than the server reads.",
        IN_OVERLAY,
    ),
    "duplicate-header": Meaning("A header is declared twice. The first one counts.", NOBODY, IN_OVERLAY),
    "header-ignored": Meaning(
        "A header is declared that the media type already describes, such as Content-Type. It is left out.",
        NOBODY,
        NOTHING,
    ),
    "name-unfit": Meaning(
        "A name that the document asks for, such as x-nemogen-name, is not a Python name. It is ignored.",
        "Callers: the method or class has the name that nemogen makes.",
        "Correct the name in the overlay or in the document.",
    ),
    "operation-left-out": Meaning(
        "No method can be made of the operation, for the reason in the message. The others are generated.",
        _LOSE_OPERATION,
        "Correct the document in specs/<api>/overlay.yaml, at the pointer that the message names.",
    ),
    "operation-repeated": Meaning(
        "Two paths of the document are the same call. One method calls the path that the message names.",
        NOBODY,
        "Remove one of the two paths in the overlay if the document is wrong.",
    ),
    "parameter-content-many": Meaning("A parameter has several media types. The first one counts.", NOBODY, IF_WRONG),
    "parameter-ignored": Meaning(
        "A header parameter is described by media types or security (Accept, Content-Type, Authorization).",
        NOBODY,
        NOTHING,
    ),
    "parameter-schema-and-content": Meaning(
        "A parameter has both a schema and a content, and may have one. The message says which counts.",
        CALLERS,
        IF_WRONG,
    ),
    "parameter-unreadable": Meaning(
        "A parameter lacks what is needed to send it, such as its name or location. It is left out.",
        _LOSE_ARGUMENT,
        IN_OVERLAY,
    ),
    "path-item-sibling": Meaning(
        "A path has other keys beside its $ref. They are merged with the target.", NOBODY, IF_WRONG
    ),
    "path-parameter-unused": Meaning(
        "A path parameter is declared whose name is not in the path. It is not sent.", _LOSE_ARGUMENT, IN_OVERLAY
    ),
    "path-unreadable": Meaning("A path cannot be used as it is written. It is left out.", _LOSE_OPERATION, IN_OVERLAY),
    "path-without-slash": Meaning("A path does not start with /. It is read as if it did.", NOBODY, NOTHING),
    "reference-rebased": Meaning(
        "A reference is relative to the $id of its own schema, and leads somewhere only so. It is read so.",
        NOBODY,
        NOTHING,
    ),
    "reference-sibling": Meaning(
        "There are keywords beside a $ref in a version of OpenAPI that ignores them.", READERS, IF_WRONG
    ),
    "response-description-missing": Meaning("A response has no description, which OpenAPI requires.", NOBODY, NOTHING),
    "response-missing": Meaning("The operation declares no response.", "Callers: the result has no type.", IN_OVERLAY),
    "response-unreadable": Meaning(
        "The key of a response is not a status, a range such as 4XX, or default. It is left out.",
        "Callers: such a response has no type.",
        IN_OVERLAY,
    ),
    "schemes-missing": Meaning("A Swagger 2.0 document names no scheme. https is taken.", CALLERS, IF_WRONG),
    "security-scheme-in": Meaning(
        "A key of a security scheme means nothing for its type. It is ignored.", NOBODY, IF_WRONG
    ),
    "security-scheme-unreadable": Meaning(
        "A security scheme lacks what is needed to send the credential.", _CREDENTIALS, IN_OVERLAY
    ),
    "security-undefined": Meaning(
        "An operation asks for a security scheme that the document does not define.", _CREDENTIALS, IN_OVERLAY
    ),
    "server-variable-default": Meaning(
        "A variable of a server has no default, which OpenAPI requires. Its first allowed value is taken, if any.",
        "Callers who do not give base_url.",
        IN_OVERLAY,
    ),
    "style-unreadable": Meaning(
        "A parameter or header has a style that its location cannot have. The usual one is taken.", CALLERS, IF_WRONG
    ),
    "unknown-key": Meaning(
        "A key is in no table of the version of OpenAPI that the document names. Nothing is made of it.",
        "Callers, where the key is a misspelt one: the message then names the one that may be meant.",
        "Correct a misspelt key in specs/<api>/overlay.yaml. Otherwise nothing has to be done.",
    ),
    "not-reachable": Meaning(
        "No operation leads to this part of the document. Nothing is made of it.", NOBODY, NOTHING
    ),
    "value-malformed": Meaning(
        "A value is not of the type that OpenAPI asks for. It is left out.", MAINTAINERS, IN_OVERLAY
    ),
}

SCHEMAS: Final[Meanings] = {
    "all-of-unmerged": Meaning(
        "The members of an allOf contradict each other, or have rules of which only one can be kept.",
        READERS,
        IF_WRONG,
    ),
    "bound-unreadable": Meaning(
        "A bound is not a number that can be compared exactly. It is not checked.", READERS, IF_WRONG
    ),
    "default-unfit": Meaning("A default is not valid by its own schema. It is left out.", CALLERS, IN_OVERLAY),
    "discriminator-contradicted": Meaning(
        "A variant has other tag values in another union. The discriminator is left out.",
        "Callers who read the union: the variant is found by trying, and not by its tag.",
        IF_WRONG,
    ),
    "enum-const": Meaning(
        "The value of const is none of the enum beside it. The enum is ignored.", READERS, IN_OVERLAY
    ),
    "enum-duplicate": Meaning("An enumeration has a value twice. It is taken once.", NOBODY, NOTHING),
    "enum-empty": Meaning("An enumeration has no value. It is ignored: any value is accepted.", READERS, IN_OVERLAY),
    "enum-not-typed": Meaning(
        "No Python type expresses the values of the enumeration. A more general type is taken.", READERS, NOTHING
    ),
    "enum-null": Meaning("null is in only one of type and enum. It is read as allowed.", READERS, IF_WRONG),
    "enum-type": Meaning("A value of an enumeration is not of the schema's type.", READERS, IN_OVERLAY),
    "keyword-of-another-type": Meaning(
        "A keyword says nothing about values of the type beside it, such as minLength of a number.", NOBODY, IF_WRONG
    ),
    "keyword-unreadable": Meaning(
        "A keyword of a schema has a value of a wrong kind. It is ignored.", READERS, IN_OVERLAY
    ),
    "keyword-without-if": Meaning(
        "There is a then or else without an if. It has no effect, and is ignored.", NOBODY, IF_WRONG
    ),
    "prefix-items-not-typed": Meaning(
        "The items by position have no type of their own here: each is what any of them may be.", READERS, NOTHING
    ),
    "read-only-and-write-only": Meaning(
        "A property is both readOnly and writeOnly. It is neither in the client.", CALLERS, IN_OVERLAY
    ),
    "required-undeclared": Meaning(
        "A required property has no schema. It is a property of any value.", READERS, IF_WRONG
    ),
    "schema-too-deep": Meaning("Schemas are nested too deeply. The innermost accept any value.", READERS, IN_OVERLAY),
    "schema-unreadable": Meaning(
        "This is not a schema, or no value is valid by it. Any value is accepted.", READERS, IN_OVERLAY
    ),
    "self-reference": Meaning(
        "A schema is a variant of itself. That variant is left out, or any value is accepted.", READERS, IN_OVERLAY
    ),
    "type-unknown": Meaning("A type is not one of JSON Schema. It is ignored.", READERS, IN_OVERLAY),
}

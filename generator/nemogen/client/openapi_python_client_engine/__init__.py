"""The engine that one can choose in place of the default one: packages that openapi-python-client writes.

`tool_document` spells the corrected, named document for it, `tool` runs its parser and templates, `losses` says what
it left out, and `package` puts the distribution together.
"""

"""The part of a generated client that no API changes: transport, retries, streams, errors, decoding.

It is copied as it is into every generated package, as `_runtime`. What it knows of an API it is told as data: a
`Settings` for each client and an `Operation` for each method. It imports only itself, httpx2 with its
httpcore2, pydantic and the standard library, all of them by public names; httpx2 only when a call is made, pydantic
when a resource or a model is used.
"""

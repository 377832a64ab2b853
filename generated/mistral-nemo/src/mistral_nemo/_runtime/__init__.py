"""The part of a generated client that is the same for every API: transport, retries, streams, errors, decoding.

It is copied unchanged into every generated package, as `_runtime`. It gets what it knows of an API as data: a
`Settings` for each client and an `Operation` for each method. It imports only itself, httpx2 with its httpcore2,
pydantic and the standard library, all by public names. httpcore2 is imported with the first call, httpx2 where a
program uses it itself, pydantic with the first resource or model.
"""

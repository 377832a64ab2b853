"""The part of a generated client that no API changes: transport, retries, streams, errors, decoding.

It is copied as it is into every generated package, as `_runtime`. What it knows of an API it is told as data: a
`Settings` for each client and an `Operation` for each method. It imports only itself, httpx2, pydantic and the
standard library; httpx2 and pydantic only when a call is made or a model is touched.
"""

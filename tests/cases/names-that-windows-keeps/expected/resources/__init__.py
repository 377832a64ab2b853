# Written by nemogen.

"""The resources of the client, one module each."""

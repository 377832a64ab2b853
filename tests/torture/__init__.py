"""What nobody should do to the command, at random and for as long as one likes: `make torture`.

Each module below has trials of one or two kinds. A trial is a function of a seed and a bench: it raises AssertionError
where the command does what SECURITY.md says that it never does.
"""

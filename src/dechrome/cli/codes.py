"""The exit codes, beside 0 for all is well and click's 2 for a wrong option."""

FOUND = 1
"""`--check` found something to remove."""
FAILED = 3
"""A file could not be read, cleaned or written; the others were."""
INTERRUPTED = 130
CLOSED = 141
"""Whoever read the output went away, as `head` does."""

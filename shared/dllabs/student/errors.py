"""Errors of the commands."""


class UsageError(Exception):
    """A command cannot be carried out; the message says in one sentence why, and what to do."""

"""What stands in the way of a command."""


class UsageError(Exception):
    """A command cannot do what it was asked: one sentence that says what, where and what to do."""

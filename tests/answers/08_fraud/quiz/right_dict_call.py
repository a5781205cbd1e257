"""Built from a string."""

quiz = dict(enumerate("bbbacab", start=1))

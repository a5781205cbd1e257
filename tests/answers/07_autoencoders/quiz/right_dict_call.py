"""Built from a string."""

quiz = dict(enumerate("bccbab", start=1))

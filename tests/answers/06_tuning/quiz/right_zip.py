"""Letters numbered by enumerate."""

quiz = dict(enumerate("bcbbcb", start=1))

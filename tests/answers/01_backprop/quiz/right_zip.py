"""Letters numbered by enumerate."""

quiz = dict(enumerate("dbbcdbc", start=1))

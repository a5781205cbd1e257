"""Letters numbered by enumerate."""

quiz = dict(enumerate("ddcdcbb", start=1))

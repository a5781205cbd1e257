"""Letters numbered by enumerate."""

quiz = dict(enumerate("bccbdcb", start=1))

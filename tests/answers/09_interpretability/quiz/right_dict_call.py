"""Built from a string."""

quiz = dict(enumerate("cbdcabc", start=1))

"""Numbers and letters zipped."""

quiz = dict(zip(range(1, 7), "bdbabc", strict=True))

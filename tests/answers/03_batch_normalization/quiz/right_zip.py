"""Numbers and letters put together."""

quiz = dict(zip(range(1, 9), "bcabcabc", strict=True))

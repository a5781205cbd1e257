"""A dict of letters."""

quiz = {1: "b", 2: "a"}

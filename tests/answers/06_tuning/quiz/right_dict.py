"""A dict of letters."""

quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "c", 6: "b"}

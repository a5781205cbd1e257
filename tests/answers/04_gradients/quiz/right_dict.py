"""A dict of letters."""

quiz = {1: "b", 2: "d", 3: "b", 4: "a", 5: "b", 6: "c"}

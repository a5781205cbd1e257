"""A dict of letters."""

quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: "c", 6: "b", 7: "b"}

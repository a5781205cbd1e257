"""A dict of letters."""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "d", 6: "c", 7: "b"}

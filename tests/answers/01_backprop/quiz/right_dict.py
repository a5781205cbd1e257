"""A dict of letters."""

quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "d", 6: "b", 7: "c"}

"""Capital letters with a space."""

quiz = {1: "C ", 2: "B", 3: "D", 4: " C", 5: "A", 6: "B", 7: "C"}

"""Capital letters, one with a blank behind it."""

quiz = {1: "D", 2: "B", 3: "B", 4: "C ", 5: "D", 6: "B", 7: "C"}

"""Capital letters, one with a blank behind it."""

quiz = {1: "B", 2: "C ", 3: "C", 4: "B", 5: "D", 6: "C", 7: "B"}

"""Capital letters, one with a blank behind it."""

quiz = {1: "D", 2: "D", 3: "C ", 4: "D", 5: "C", 6: "B", 7: "B"}

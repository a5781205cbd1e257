"""Capital letters, one with a blank behind it."""

quiz = {1: "B", 2: "C", 3: "B ", 4: "B", 5: "C", 6: "B"}

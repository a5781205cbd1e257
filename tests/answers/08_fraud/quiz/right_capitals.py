"""Capital letters with a space."""

quiz = {1: "B", 2: " B", 3: "B ", 4: "A", 5: "C", 6: "A", 7: "B"}

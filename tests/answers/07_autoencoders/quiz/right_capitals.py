"""Capital letters with a space."""

quiz = {1: "B ", 2: "C", 3: "C", 4: " B", 5: "A", 6: "B"}

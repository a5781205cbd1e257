"""Capital letters and blanks."""

quiz = {1: "B", 2: " d", 3: "B", 4: "A ", 5: "b", 6: "C"}

"""Capitals, and a blank too many."""

quiz = {1: "B", 2: "C", 3: "A ", 4: "B", 5: "C", 6: "A", 7: "B", 8: " C"}

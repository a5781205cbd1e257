"""Medians of all rows.

check: question 7
hint: expected 'b', got 'a'
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "a", 5: "c", 6: "a", 7: "a"}

"""Stratification is thought to be enough.

check: question 4
hint: expected 'a', got 'c'
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "c", 5: "c", 6: "a", 7: "b"}

"""Complexity is taken for causality.

check: question 6
hint: double their time
"""

quiz = {1: "c", 2: "b", 3: "d", 4: "c", 5: "a", 6: "a", 7: "c"}

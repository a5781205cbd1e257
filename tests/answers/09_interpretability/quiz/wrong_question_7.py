"""Unawareness is fairness.

check: question 7
hint: Stand-ins remain
"""

quiz = {1: "c", 2: "b", 3: "d", 4: "c", 5: "a", 6: "b", 7: "a"}

"""M / X is rounded down.

check: question 1
hint: 468.75, rounded up
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "c", 5: "d", 6: "b", 7: "c"}

"""The popular explanation.

check: question 8
hint: Shaken layers learn too
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "c", 6: "a", 7: "b", 8: "a"}

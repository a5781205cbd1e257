"""More epochs.

check: question 6
hint: No row gives it a gradient
"""

quiz = {1: "b", 2: "d", 3: "b", 4: "a", 5: "b", 6: "a"}

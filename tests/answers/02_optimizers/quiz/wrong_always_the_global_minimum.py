"""Descent is thought to end only in the global minimum.

check: question 5
hint: The step vanishes wherever the gradient does
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: "a", 6: "b", 7: "b"}

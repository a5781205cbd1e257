"""Bias correction is thought to be about the layers' bias weights.

check: question 7
hint: m and v start at zero
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: "c", 6: "b", 7: "a"}

"""Mismatch is taken for variance.

check: question 6
hint: Training-dev rows come from
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "d", 6: "b", 7: "b"}

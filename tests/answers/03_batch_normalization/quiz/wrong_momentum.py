"""The momentum is taken for the share of the new batch.

check: question 4
hint: Momentum is the share of the old value
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "a", 5: "c", 6: "a", 7: "b", 8: "c"}

"""The mean is thought to come from all rows.

check: question 2
hint: New rows must be measured as the training rows were
"""

quiz = {1: "b", 2: "c"}

"""The loss for one-hot rows with integer labels.

check: question 3
hint: integer labels: the sparse form
"""

quiz = {1: "d", 2: "b", 3: "c", 4: "c", 5: "d", 6: "b", 7: "c"}

"""Fidelity is agreement with the labels.

check: question 2
hint: true to the model
"""

quiz = {1: "c", 2: "a", 3: "d", 4: "c", 5: "a", 6: "b", 7: "c"}

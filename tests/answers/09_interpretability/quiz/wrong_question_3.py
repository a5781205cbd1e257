"""LIME looks inside.

check: question 3
hint: It differentiates the model
"""

quiz = {1: "c", 2: "b", 3: "b", 4: "c", 5: "a", 6: "b", 7: "c"}

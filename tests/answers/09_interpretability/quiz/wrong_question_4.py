"""They sum to the prediction.

check: question 4
hint: Efficiency
"""

quiz = {1: "c", 2: "b", 3: "d", 4: "b", 5: "a", 6: "b", 7: "c"}

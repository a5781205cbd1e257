"""The LSTM filed under exploding.

check: question 5
hint: The cell is added to
"""

quiz = {1: "b", 2: "d", 3: "b", 4: "a", 5: "a", 6: "c"}

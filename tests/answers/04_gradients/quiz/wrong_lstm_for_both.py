"""The LSTM cures everything.

check: question 5
hint: The cell is added to
"""

quiz = {1: "b", 2: "d", 3: "b", 4: "a", 5: "c", 6: "c"}

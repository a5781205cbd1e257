"""The GPU makes the start unimportant.

check: question 3
hint: hardware shortens the wait
"""

quiz = {1: "b", 2: "d", 3: "c", 4: "a", 5: "b", 6: "c"}

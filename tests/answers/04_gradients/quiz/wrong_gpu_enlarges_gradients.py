"""The GPU as a cure.

check: question 3
hint: hardware shortens the wait
"""

quiz = {1: "b", 2: "d", 3: "a", 4: "a", 5: "b", 6: "c"}

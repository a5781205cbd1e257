"""The gradient of the norm without its square.

check: question 5
hint: The norm without the square would give c
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "c", 6: "c", 7: "b"}

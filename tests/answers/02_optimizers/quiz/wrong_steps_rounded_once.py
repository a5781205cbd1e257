"""The steps of all epochs are rounded up together.

check: question 4
hint: so 16 steps per epoch
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "c", 5: "c", 6: "b", 7: "b"}

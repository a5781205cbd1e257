"""The draw is said to become less random.

check: question 5
hint: expected 'a', got 'd'
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "d", 6: "b"}

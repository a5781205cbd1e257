"""Plain SGD is thought to be the most widely used.

check: question 3
hint: Adam, by habit and for its good defaults
"""

quiz = {1: "d", 2: "d", 3: "a", 4: "d", 5: "c", 6: "b", 7: "b"}

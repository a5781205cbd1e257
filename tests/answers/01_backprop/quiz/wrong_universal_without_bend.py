"""Universal approximation without a non-linearity.

check: question 2
hint: without a bend, depth adds nothing
"""

quiz = {1: "d", 2: "a", 3: "b", 4: "c", 5: "d", 6: "b", 7: "c"}

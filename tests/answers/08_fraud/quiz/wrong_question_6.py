"""One half, whatever it costs.

check: question 6
hint: expected 'a', got 'b'
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "a", 5: "c", 6: "b", 7: "b"}

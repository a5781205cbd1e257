"""The units are taken for the components in order.

check: question 2
hint: expected 'c', got 'b'
"""

quiz = {1: "b", 2: "b", 3: "c", 4: "b", 5: "a", 6: "b"}

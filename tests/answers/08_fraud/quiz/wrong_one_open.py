"""A question is left open.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [5]
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "a", 5: None, 6: "a", 7: "b"}

"""Words instead of letters.

check: all six questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6]
"""

quiz = {1: "the number of clusters", 2: 37, 3: "log", 4: "validation", 5: 9, 6: "overwrite"}

"""The question numbers are text.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7]
"""

quiz = {"1": "d", "2": "b", "3": "b", "4": "c", "5": "d", "6": "b", "7": "c"}

"""Graders that are themselves tested: right and wrong answers, and mutants of the solution, against the test cells."""

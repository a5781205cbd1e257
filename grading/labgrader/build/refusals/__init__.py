"""What `build` refuses, one rule a function: a student must never meet these."""

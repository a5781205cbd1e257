"""`labgrader run`: execute the labs and say how long they take."""

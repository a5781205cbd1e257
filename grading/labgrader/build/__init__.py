"""`labgrader build`: from the percent scripts people edit to everything that is generated."""

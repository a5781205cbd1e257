"""`labgrader build`: from the percent scripts that authors edit to everything that is generated."""

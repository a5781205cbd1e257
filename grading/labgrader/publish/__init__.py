"""`labgrader publish`: what students get, in one zip."""

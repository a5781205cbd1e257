"""What passes between the course and a learning management system: who takes part, what they handed in."""

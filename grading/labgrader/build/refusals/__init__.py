"""What `build` refuses, one rule per function: defects that must never reach students."""

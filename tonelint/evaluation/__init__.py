"""How good the rules are: on their own examples, and on labelled text that a caller brings."""

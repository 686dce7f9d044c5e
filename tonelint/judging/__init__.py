"""From matches to findings: what a place costs, what the facts say of it, and how that is put into words."""

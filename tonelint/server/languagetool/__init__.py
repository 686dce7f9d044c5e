"""The LanguageTool-compatible door: what its clients send, and answers in the shape that they read.

Rule ids, texts and better lines are ours; only the protocol is theirs.
"""

"""The call before send: an HTTP service around the checker, warm and bounded.

The process that speaks HTTP never checks a letter itself: it hands the work to warm worker processes (`pool`, `worker`)
and answers from what they say (`work`). Texts are neither logged nor stored. Only this room knows HTTP.
"""

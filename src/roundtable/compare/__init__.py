"""Two builds or two editions side by side: which facts and sentences changed, and why."""

"""One figure a file; each runs as a process of its own, once for us and once for the peer."""

"""A plug-in that cannot even be loaded."""

message = "this plug-in is broken"
raise RuntimeError(message)

"""The bodies of the Front: its standing board and its member organisations, told by their functions."""

STANDING = "front-standing"
COMMITTEE = "front-committee"
MEMBERS = ("member-organisation", "socio-political-organisation")

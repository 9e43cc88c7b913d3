"""Plans that integrate the four movements of the state with the campaign (II.1b)."""

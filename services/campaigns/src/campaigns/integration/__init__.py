"""The room of integration plans: the four movements of the state, integrated with the campaign (II.1b)."""

"""Topics that supervision plans name, so that drafts on the same matter show them."""

"""The room of responsibilities after their proposal: carried out, handed down, rolled up."""

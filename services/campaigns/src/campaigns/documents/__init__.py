"""The room of guiding documents: what each kind holds, who has read it, and its withdrawal."""

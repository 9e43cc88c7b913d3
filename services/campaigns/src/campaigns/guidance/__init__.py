"""Guiding documents: who issues which, what each kind holds, who has read it, and its withdrawal."""

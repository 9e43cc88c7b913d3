"""supervisord as this suite uses it: configuration made from programs, and its own API over a Unix socket."""

"""The nameko host: the only room that imports nameko or eventlet."""

"""The chassis on which every agency's service is built; it holds no business word."""

from shared.plain_structlog import import_structlog

import_structlog()

"""Structured logs: JSON for machines, colours for people; the correlation id is bound per worker."""

import logging
import sys
from typing import Protocol

import structlog

from shared.tracebacks import without_values


class LogSettings(Protocol):
    """What logs need of any process's settings."""

    @property
    def log_format(self) -> str:
        """`json` or `readable`."""

    @property
    def log_level(self) -> str:
        """The least level that is logged."""


def configure_logs(settings: LogSettings, process: str) -> None:
    """Set up structlog and send the standard library's records through it."""
    chain: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_values,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *chain,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_formatter(settings, chain, process))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    # pika also raises what it logs as an error, and we log what we make of it.
    logging.getLogger("pika").setLevel(logging.CRITICAL)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _formatter(
    settings: LogSettings, chain: list[structlog.typing.Processor], process: str
) -> structlog.stdlib.ProcessorFormatter:
    def name_process(
        _logger: structlog.typing.WrappedLogger, _name: str, entry: structlog.typing.EventDict
    ) -> structlog.typing.EventDict:
        return {**entry, "process": process}

    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=chain,
        processors=[name_process, structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )

"""supervisord's configuration file, made from programs."""

import os
import shlex
from collections.abc import Iterable
from configparser import RawConfigParser
from itertools import groupby
from operator import attrgetter

from chungtay.home import Home
from chungtay.supervisor.program import Program

START_RETRIES = 100  # supervisord waits one second longer before each: a broker may be away for an hour


def write(home: Home, programs: Iterable[Program]) -> None:
    """Write `run/supervisord.conf`, readable by its owner alone: environments may hold passwords."""
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read_dict({**_daemon(home), **_groups(programs), **_programs(home, programs)})
    path = home.run / "supervisord.conf"
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8") as file:
        parser.write(file)


def _daemon(home: Home) -> dict[str, dict[str, str]]:
    daemon = {
        "nodaemon": "true",
        "logfile": _literal(str(home.logs / "supervisor.log")),
        "pidfile": _literal(str(home.run / "supervisord.pid")),
        "childlogdir": _literal(str(home.logs)),
    }
    if os.getuid() == 0:
        daemon["user"] = "root"  # said openly, supervisord does not warn about it
    api = {"supervisor.rpcinterface_factory": "supervisor.rpcinterface:make_main_rpcinterface"}
    return {
        "supervisord": daemon,
        "unix_http_server": {"file": _literal(str(home.socket)), "chmod": "0600"},
        "rpcinterface:supervisor": api,
    }


def _groups(programs: Iterable[Program]) -> dict[str, dict[str, str]]:
    ordered = sorted(programs, key=attrgetter("stage", "group"))
    return {
        f"group:{group}": {"programs": ",".join(p.name for p in members), "priority": str(stage)}
        for (stage, group), members in groupby(ordered, key=attrgetter("stage", "group"))
    }


def _programs(home: Home, programs: Iterable[Program]) -> dict[str, dict[str, str]]:
    return {f"program:{program.name}": _program(home, program) for program in programs}


def _program(home: Home, program: Program) -> dict[str, str]:
    return {
        "command": _literal(shlex.join(program.command)),
        "environment": ",".join(f'{key}="{_literal(value)}"' for key, value in program.environment.items()),
        "autostart": "false",
        "autorestart": "true",
        "startsecs": "1",
        "startretries": str(START_RETRIES),
        "stopwaitsecs": str(program.stop_seconds),
        "stopasgroup": "true",
        "killasgroup": "true",
        "redirect_stderr": "true",
        "stdout_logfile": _literal(str(home.logs / f"{program.name}.log")),
        "stdout_logfile_maxbytes": "20MB",
        "stdout_logfile_backups": "3",
    }


def _literal(text: str) -> str:
    """Escape what supervisord would expand."""
    return text.replace("%", "%%")

"""The child process of one job: it limits itself, does the job, and ends."""

import resource
import sys
from math import ceil

from shared.clock import system_clock
from shared.jobs import Jobs
from shared.loading import database_of, load
from shared.logs import configure_logs
from shared.settings import settings


def carry_out(module: str, job_id: str) -> None:
    """Do one job of a service within the job's limits. Raises what breaks the job."""
    service, configured = load(module), settings()
    configure_logs(configured, service.name)
    jobs = Jobs(service, database_of(service, configured), system_clock)
    limit(*jobs.limits(job_id))
    jobs.carry_out(job_id)


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Let this process end when it has used so much: by SIGXCPU, or by a MemoryError."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = ceil(used.ru_utime + used.ru_stime) + cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    if sys.platform == "linux":  # elsewhere the address space cannot be limited
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))

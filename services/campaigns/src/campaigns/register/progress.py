"""How commands and queries tell how far an import has come."""

from campaigns.register.domain.job import Import
from contracts.campaigns.register.commands import ImportProgress


def progress(job: Import) -> ImportProgress:
    """Say how far an import has come."""
    names = ("state", "total", "done", "errors", "imported")
    return ImportProgress.model_validate(
        {"import_id": job.id, **{name: getattr(job, name) for name in names}}
    )

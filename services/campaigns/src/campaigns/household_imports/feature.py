"""The table of contents of the feature «household_imports»."""

from campaigns.household_imports.commands.upload_households import upload_households
from campaigns.household_imports.domain.household_import import LIFECYCLE, HouseholdImport
from campaigns.household_imports.jobs.take_in_list import take_in_list
from campaigns.household_imports.queries.household_counts import household_counts
from campaigns.household_imports.queries.household_register import household_register
from campaigns.household_imports.queries.import_by_id import import_by_id
from campaigns.household_imports.queries.import_faults import import_faults
from campaigns.household_imports.queries.import_list import import_list
from campaigns.household_imports.queries.import_template import import_template
from campaigns.household_imports.timers.forget_import_faults import forget_import_faults
from shared.service import Feature, Subject

household_imports = Feature(
    commands=[upload_households],
    queries=[
        import_by_id,
        import_list,
        import_faults,
        import_template,
        household_register,
        household_counts,
    ],
    timers=[forget_import_faults],
    jobs=[take_in_list],
    subjects=[Subject("imp", HouseholdImport, LIFECYCLE)],
)

"""The table of contents of the feature «assignments»."""

from campaigns.assignments.commands.accept_assignment import accept_assignment
from campaigns.assignments.commands.agree_assignment import agree_assignment
from campaigns.assignments.commands.cascade_assignment import cascade_assignment
from campaigns.assignments.commands.complete_assignment import complete_assignment
from campaigns.assignments.commands.consult_assignment import consult_assignment
from campaigns.assignments.commands.decline_assignment import decline_assignment
from campaigns.assignments.commands.extend_assignment import extend_assignment
from campaigns.assignments.commands.propose_assignment import propose_assignment
from campaigns.assignments.commands.reassign_assignment import reassign_assignment
from campaigns.assignments.commands.reopen_assignment import reopen_assignment
from campaigns.assignments.commands.report_progress import report_progress
from campaigns.assignments.commands.return_assignment import return_assignment
from campaigns.assignments.domain.assignment import LIFECYCLE, Assignment
from campaigns.assignments.queries.assignment_by_id import assignment_by_id
from campaigns.assignments.queries.assignment_counts import assignment_counts
from campaigns.assignments.queries.assignment_list import assignment_list
from campaigns.assignments.queries.assignment_tree import assignment_tree
from campaigns.assignments.queries.progress_of import progress_of
from contracts.campaigns.assignments import (
    AssignmentAgreed,
    AssignmentCompleted,
    AssignmentExtended,
    AssignmentReopened,
)
from shared.service import Feature, Subject

assignments = Feature(
    commands=[
        propose_assignment,
        consult_assignment,
        agree_assignment,
        decline_assignment,
        report_progress,
        complete_assignment,
        accept_assignment,
        return_assignment,
        reopen_assignment,
        extend_assignment,
        reassign_assignment,
        cascade_assignment,
    ],
    queries=[assignment_by_id, assignment_list, assignment_tree, assignment_counts, progress_of],
    events=[AssignmentAgreed, AssignmentCompleted, AssignmentExtended, AssignmentReopened],
    subjects=[Subject("asg", Assignment, LIFECYCLE)],
)

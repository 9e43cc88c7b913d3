"""The table of contents of the feature «exemplars»."""

from campaigns.exemplars.commands.award_exemplar import award_exemplar
from campaigns.exemplars.commands.decide_exemplar import decide_exemplar
from campaigns.exemplars.commands.nominate_exemplar import nominate_exemplar
from campaigns.exemplars.commands.reject_exemplar import reject_exemplar
from campaigns.exemplars.commands.review_exemplar import review_exemplar
from campaigns.exemplars.commands.second_exemplar import second_exemplar
from campaigns.exemplars.commands.set_commendation_criteria import set_commendation_criteria
from campaigns.exemplars.domain.exemplar import LIFECYCLE, Exemplar
from campaigns.exemplars.queries.commendation_criteria import commendation_criteria
from campaigns.exemplars.queries.commendation_criteria_list import commendation_criteria_list
from campaigns.exemplars.queries.exemplar_by_id import exemplar_by_id
from campaigns.exemplars.queries.exemplar_counts import exemplar_counts
from campaigns.exemplars.queries.exemplar_facts import exemplar_facts
from campaigns.exemplars.queries.exemplar_list import exemplar_list
from campaigns.exemplars.queries.exemplar_subject import exemplar_subject
from contracts.campaigns.exemplars import ExemplarCommended
from shared.service import Feature, Subject

exemplars = Feature(
    commands=[
        set_commendation_criteria,
        nominate_exemplar,
        second_exemplar,
        review_exemplar,
        decide_exemplar,
        award_exemplar,
        reject_exemplar,
    ],
    queries=[
        commendation_criteria,
        commendation_criteria_list,
        exemplar_by_id,
        exemplar_list,
        exemplar_subject,
        exemplar_facts,
        exemplar_counts,
    ],
    events=[ExemplarCommended],
    subjects=[Subject("exm", Exemplar, LIFECYCLE, personal=True)],
)

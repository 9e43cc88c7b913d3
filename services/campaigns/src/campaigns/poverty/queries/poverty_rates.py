"""How many households of a unit are poor: public counts, never households."""

from campaigns.poverty.messages.queries import PovertyRates, PovertyRatesAnswer, Share
from campaigns.poverty.repository import PovertyReviews
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(PovertyRates, get="/poverty-rates", may=anyone, vi="Tỷ lệ hộ nghèo, hộ cận nghèo")
def poverty_rates(asked: PovertyRates, work: Work) -> PovertyRatesAnswer:
    """Give the counts of a unit and all below it by the last approved reviews, as of the day of `as_of`."""
    rates = PovertyReviews(work).rates(asked.unit_code, work.today)
    return PovertyRatesAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        communes=rates.communes,
        households=rates.households,
        poor=rates.poor,
        near_poor=rates.near_poor,
        poor_share=Share(numerator=rates.poor, denominator=rates.households),
        near_poor_share=Share(numerator=rates.near_poor, denominator=rates.households),
    )

from pika.exceptions import ChannelClosedByBroker
from structlog.testing import capture_logs

from shared.bus.words import Complaints, words_of

REFUSED = "ACCESS_REFUSED - access to queue 'funds.inbox' in vhost '/' refused for user 'funds'"


def test_missing_rights_are_said_in_the_brokers_words_and_once() -> None:
    complaints = Complaints()
    with capture_logs() as logs:
        for _ in range(3):
            complaints.say("inbox paused", ChannelClosedByBroker(403, REFUSED))
    [line] = logs
    assert (line["event"], line["said"]) == ("inbox paused", REFUSED)


def test_something_else_and_the_same_after_all_was_well_are_said_again() -> None:
    complaints = Complaints()
    refused, lacking = (ChannelClosedByBroker(*each) for each in ((403, REFUSED), (404, "NOT_FOUND - none")))
    errors = [OSError(), refused, lacking]
    assert [complaints.is_new(each) for each in (*errors, errors[-1])] == [True, True, True, False]
    complaints.over()
    assert complaints.is_new(errors[-1])


def test_no_address_is_said() -> None:
    assert words_of(OSError("amqp://funds:secret@broker/")) == "OSError"

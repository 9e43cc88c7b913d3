"""Topics: what is supervised beside a draft."""

from critique.topics.reactions.know_topics import know_topics
from shared.service import Feature

topics = Feature(reactions=[know_topics])

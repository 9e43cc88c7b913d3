"""The example as services are: it does not listen to itself, so its commands are all that it does."""

from dataclasses import replace

from shared import example

service = replace(example.service, features=[replace(example.notes, reactions=[])])

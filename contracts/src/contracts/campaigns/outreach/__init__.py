"""Messages of the room «outreach»: meetings, trainings, extension, legal and health work among people."""

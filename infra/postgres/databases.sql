-- One database a service; in an agency's own installation each has its own server.
CREATE DATABASE campaigns;
CREATE DATABASE funds;
CREATE DATABASE supervision;
CREATE DATABASE critique;
CREATE DATABASE reporting;

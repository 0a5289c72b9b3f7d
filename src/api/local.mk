# The services: dialect tables, session, client.

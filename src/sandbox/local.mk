# nymble-sandbox: a local server of the contract on SQLite.

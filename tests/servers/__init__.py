"""Real servers on loopback, shared by all tests: a raw-file host and GitHub's REST API."""

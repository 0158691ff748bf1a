"""A period of training as a report to print."""

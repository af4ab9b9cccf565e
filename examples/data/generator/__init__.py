"""Parts of the example-data generator; start it through ../generate.py."""

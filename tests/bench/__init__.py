"""Speed against peers, measured in the same run: `python -m bench`, which `make bench` runs."""

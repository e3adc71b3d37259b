"""`python -m proof.bench`: the same as `python bot.py bench`."""

import sys

from proof.bench import main

sys.exit(main(sys.argv[1:]))

"""Facts of `cek-hak` in a free text: what counts, and what only sounds like one."""

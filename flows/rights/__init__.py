"""Who may claim, when, through which channel, with which papers: the parts of the decision."""

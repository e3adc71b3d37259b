"""The officers' desk as decisions: cases, offices, hours, waiting, cards, the guard, the figures.

Pure like all of `flows`: the clock and the randomness are arguments, nothing is remembered here.
One noun per module:

case       what a case is: its states, its context, why it closes, which acts are audited
moves      how a case moves: taken, returned, moved, answered, closed, reopened
escalate   what is due for a case now
written    what editors write for the desk: offices, settings, trust words, ready answers
official   the addresses and numbers that may be shown
code       case codes and trust words, and finding a code in what somebody says
hours      when an office is open, when it opens next, office minutes between two moments
wait       an honest wait and the place in the queue
office     finding an office by name, by link, by location
context    where somebody is stuck, from the conversation
card       the case card, the topic's name, the buttons
panels     what opens under a card: branches, reasons, ready answers, held messages
texts      what participants and the topic are told
replies    ready answers filled in
messages   the texts of the desk and what each may show
guard      what an officer may not send (asking, clause, questions, vocabulary: how it is seen)
trend      many people with the same trouble in one hour
report     figures without a person in them
"""

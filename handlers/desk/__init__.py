"""The officers' desk at the edge: a staff group with topics, one topic per case.

Nothing here decides what is right (that is `flows.desk`) and nothing calls Telegram: every act
reads and changes the store inside the transaction of the update, the result or the tick in hand,
and leaves calls in the outbox. One noun per module:

desk      what the desk needs besides the store: content, clock, chance, groups
filed     a case as stored
job       one unit of work: a transaction, and the calls decided in it
topics    a topic is made once, found again, replaced when deleted; cards
opening   getting a person
inward    what the participant writes goes into the topic
outward   what the officer writes goes to the participant
ending    closing, leaving, rating, opening again
landed    what became of one call
queue     the place and the honest wait
questions the answers to the two questions before a case
presses   the participant's buttons
held      messages that wait for a supervisor
moving    taken, released, handed on
suggest   the nearest answers of the FAQ
offered   ready texts: previewed, sent, kept for the editors
trouble   troubles as they are met
trends    disturbances, and who is stuck
reports   the figures
roles     who may do what
members   people of the group come and go
taps      the buttons of the staff group
commands  the commands of the staff group
private   the participant's side: is there an open case?
group     updates of staff groups
results   what became of the calls of the desk
clock     reminders, gathered messages, cards, retention
"""

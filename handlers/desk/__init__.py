"""The officers' desk at the edge: a staff group with topics, one topic per case.

Nothing here decides what is right (that is `flows.desk`) and nothing calls Telegram: every act
reads and changes the store inside the transaction of the update, the result or the tick in hand,
and leaves calls in the outbox. One noun per module.

The ground:

desk         what the desk needs besides the store: content, clock, chance, groups
filed        a case as stored
job          one unit of work: a transaction, and the calls decided in it
landed       what became of one call
queue        the place and the honest wait

The rooms:

case         opening (getting a person), moving (taken, released, handed on),
             ending (closing, leaving, rating, opening again)
topic        making (a topic is made once, found again, replaced when deleted; cards)
carry        inward (what the participant writes goes into the topic), outward (what the officer
             writes goes to the participant), held (messages that wait for a supervisor),
             suggest (the nearest answers of the FAQ)
participant  buttons, intake (the answers to the two questions before a case),
             trouble (troubles as they are met)
staff        buttons, commands, roles (who may do what), members (people come and go),
             offered (ready texts: previewed, sent, kept for the editors), reports (the figures),
             trends (disturbances, and who is stuck)

The doors:

private      the participant's side: is there an open case?
group        updates of staff groups
results      what became of the calls of the desk
clock        reminders, gathered messages, cards, retention
"""

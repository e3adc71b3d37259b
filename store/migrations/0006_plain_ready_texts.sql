-- What an officer sent from a ready text was kept with its HTML marks. It is sent again by copying
-- what stands in the topic; from now on it is kept as text and entities.
UPDATE case_messages SET text = NULL, entities = NULL WHERE kind = 'siap';

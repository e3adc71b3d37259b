-- Each carried message knows when it is tried again (0013): a case has no pause of its own any more.
ALTER TABLE cases DROP COLUMN inward_after;

-- The approval that let a held mail go; and since when its original is not where it was kept.
alter table gate.mail add column approval_id text, add column original_lost_at timestamptz;
-- Whether one sender fills the store is asked before each of its mails.
create index mail_sender on gate.mail (sender, received_at);

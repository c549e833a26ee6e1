-- Passwords typed for a held mail: how many within the window that began then (LM-21). The passwords themselves stand nowhere.
alter table gate.mail add column password_tries integer not null default 0, add column password_since timestamptz;

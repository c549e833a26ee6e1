-- Whose mail it is, as the organisation answered when it came in.
alter table gate.mail add column strays text[] not null default '{}', add column organs text[] not null default '{}', add column units text[] not null default '{}';
update gate.mail set organs = array[organ_code];
create index mail_recipients on gate.mail using gin (recipients);
create index mail_organs on gate.mail using gin (organs);
create index mail_units on gate.mail using gin (units);

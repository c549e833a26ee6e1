-- Where mail goes: the unit that takes what is addressed to nobody, and the look-ups the gateway asks for at every recipient.
alter table organisation.unit add column takes_unknown boolean not null default false;
create index unit_mail on organisation.unit (lower(mail)) where mail is not null;
create index person_mail on organisation.person (lower(mail)) where mail is not null;

-- 代決 and 後閲 (rule M2): who may decide in whose place and for how long, what the absent person still has to look at, and the number every case gets in its fiscal year.
alter table platform.approval add column number_year integer;
alter table platform.approval add column number integer;
alter table platform.approval add column later_looks jsonb not null default '[]';
create unique index approval_number on platform.approval (number_year, number);
create index approval_later_looks on platform.approval using gin (later_looks jsonb_path_ops);
alter table platform.approval_act add column for_person text;

create table platform.approval_delegation (
    id uuid primary key,
    person_id text not null,
    delegate_id text not null check (delegate_id <> person_id),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    reason text not null,
    made_at timestamptz not null,
    ended_on date
);
create index approval_delegation_delegate on platform.approval_delegation (delegate_id, last_day);
create index approval_delegation_person on platform.approval_delegation (person_id, last_day);
grant select, insert, update on platform.approval_delegation to sekisho_app;

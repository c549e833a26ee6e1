-- The committee: how it decides, its meetings, who was there, what was on the agenda and what came of it.
create table policy.committee_rule (
    id integer primary key check (id = 1),
    quorum text not null check (quorum in ('half', 'majority', 'two_thirds')),
    deputies_count boolean not null,
    written_allowed boolean not null,
    basis text not null,
    row_version integer not null default 1
);
insert into policy.committee_rule (id, quorum, deputies_count, written_allowed, basis) values (1, 'half', true, true, '');

create table policy.meeting (
    id uuid primary key,
    fiscal_year integer not null,
    number integer not null,
    mode text not null check (mode in ('met', 'written')),
    held_on date not null,
    starts text not null,
    place text not null,
    note text not null,
    state text not null check (state in ('convened', 'open', 'closed')),
    chair_id text not null,
    convened_by text not null,
    convened_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    row_version integer not null default 1,
    unique (fiscal_year, number)
);

-- Members as they were on the day of the meeting: later appointments do not change who could vote.
create table policy.meeting_member (
    meeting_id uuid not null references policy.meeting (id),
    person_id text not null,
    post text not null,
    attendance text not null check (attendance in ('unknown', 'present', 'deputy', 'absent')),
    deputy text not null,
    row_version integer not null default 1,
    primary key (meeting_id, person_id)
);

create table policy.agenda_item (
    id uuid primary key,
    meeting_id uuid not null references policy.meeting (id),
    position integer not null,
    kind text not null check (kind in ('proposal', 'report')),
    title text not null,
    text text not null,
    subject_kind text not null check (subject_kind in ('exception', 'edition', 'review', 'board', 'other')),
    subject_id text not null,
    result text check (result in ('adopted', 'rejected', 'continued', 'void', 'noted')),
    condition text not null,
    fiscal_year integer,
    number integer,
    decided_on date,
    present integer,
    votes_for integer,
    quorum_met boolean,
    row_version integer not null default 1,
    unique (fiscal_year, number)
);
create index agenda_item_meeting on policy.agenda_item (meeting_id, position);
create index agenda_item_subject on policy.agenda_item (subject_kind, subject_id);

create table policy.agenda_vote (
    item_id uuid not null references policy.agenda_item (id),
    person_id text not null,
    choice text not null check (choice in ('for', 'against', 'abstain', 'excluded')),
    remark text not null,
    row_version integer not null default 1,
    primary key (item_id, person_id)
);

alter table policy.edition add column decision_id text;

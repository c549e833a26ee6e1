-- One approval engine and one duty engine (rules M2, M3). What they are about is the owner module's business.

create table platform.approval (
    id uuid primary key,
    subject_kind text not null,
    subject_id text not null,
    title text not null,
    link text,
    requester_id text not null,
    organ_code text,
    unit_id text,
    state text not null check (state in ('open', 'returned', 'approved', 'rejected', 'withdrawn')),
    round integer not null,
    current_step integer not null,
    steps jsonb not null,
    agreements jsonb not null,
    details jsonb not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    row_version integer not null default 1
);
create index approval_requester on platform.approval (requester_id, created_at desc);
create index approval_subject on platform.approval (subject_kind, subject_id);

-- Who is asked where; agreed_at only in the present round.
create table platform.approval_seat (
    approval_id uuid not null references platform.approval (id) on delete cascade,
    step integer not null,
    person_id text not null,
    agreed_at timestamptz,
    primary key (approval_id, step, person_id)
);
create index approval_seat_person on platform.approval_seat (person_id) where agreed_at is null;

create table platform.approval_act (
    approval_id uuid not null references platform.approval (id) on delete cascade,
    number integer not null,
    at timestamptz not null,
    person_id text not null,
    act text not null,
    round integer not null,
    step integer not null,
    to_step integer,
    comment text,
    primary key (approval_id, number)
);

-- The city's own closing days; national holidays and the year's turn are shipped.
create table platform.day_off (
    day date primary key,
    name text not null
);

create table platform.duty (
    id text primary key,
    source text not null,
    label text not null,
    role text not null,
    scope text not null check (scope in ('organ', 'unit')),
    organ_code text not null,
    unit_id text,
    cadence text not null,
    anchor date not null,
    due_business_days integer not null,
    remind_business_days integer not null,
    link text,
    valid_from date not null,
    valid_to date
);
create index duty_source on platform.duty (source);

create table platform.duty_task (
    id uuid primary key,
    duty_id text not null,
    source text not null,
    label text not null,
    role text not null,
    organ_code text not null,
    unit_id text,
    period_start date not null,
    due_on date not null,
    remind_on date not null,
    link text,
    state text not null check (state in ('open', 'done', 'cancelled')),
    opened_at timestamptz not null,
    reminded_at timestamptz,
    overdue_at timestamptz,
    completed_at timestamptz,
    completed_by text,
    row_version integer not null default 1
);
create unique index duty_task_period on platform.duty_task (duty_id, organ_code, coalesce(unit_id, ''), period_start);
create index duty_task_role on platform.duty_task (role, organ_code, unit_id) where state = 'open';
create index duty_task_due on platform.duty_task (due_on) where state = 'open';

grant select, insert, update, delete on platform.approval, platform.approval_seat, platform.approval_act, platform.day_off, platform.duty, platform.duty_task to sekisho_app;

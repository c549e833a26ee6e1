-- Jobs, notifications and the three registries (rule T3): plain rows without meaning here.

create table platform.job (
    id uuid primary key,
    kind text not null,
    args jsonb not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
    attempts integer not null default 0,
    not_before timestamptz not null,
    lease_until timestamptz,
    lease_token uuid,
    last_error text,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index job_due on platform.job (not_before) where state in ('queued', 'running');
create index job_kind on platform.job (kind, state);

create table platform.notification (
    id uuid primary key,
    person_id text not null,
    key text not null,
    args jsonb not null,
    link text,
    created_at timestamptz not null,
    read_at timestamptz
);
create index notification_person on platform.notification (person_id, created_at desc);

create table platform.role_holder (
    id bigint generated always as identity primary key,
    role text not null,
    organ_code text not null,
    unit_id text,
    person_id text not null,
    post_code text,
    basis text not null,
    valid_from date not null,
    valid_to date,
    is_acting boolean not null
);
create index role_holder_role on platform.role_holder (role, organ_code);
create index role_holder_person on platform.role_holder (person_id);
create index role_holder_organ on platform.role_holder (organ_code);

create table platform.subject (
    kind text not null,
    id text not null,
    label text not null,
    organ_code text,
    unit_id text,
    class text,
    zone text,
    primary key (kind, id)
);
create index subject_unit on platform.subject (organ_code, unit_id);

create table platform.link (
    from_kind text not null,
    from_id text not null,
    to_kind text not null,
    to_id text not null,
    kind text not null,
    primary key (from_kind, from_id, kind, to_kind, to_id)
);
create index link_to on platform.link (to_kind, to_id, kind);

grant select, insert, update, delete on platform.job, platform.notification, platform.role_holder, platform.subject, platform.link to sekisho_app;
grant usage, select on all sequences in schema platform to sekisho_app;

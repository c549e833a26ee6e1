-- The three levels of documents: how an edition was made public, which bodies decided it, who was asked to read it and who has.

alter table policy.document add column statutory boolean not null default false;

alter table policy.edition add column publication_state text not null default 'published' check (publication_state in ('draft', 'published', 'superseded'));
alter table policy.edition add column parent_version integer;

create table policy.joint_decision (
    document_id text not null references policy.document (id),
    version integer not null,
    organ_code text not null,
    decided_on date not null,
    decision_ref text not null,
    row_version integer not null default 1,
    primary key (document_id, version, organ_code)
);

create table policy.publication (
    id uuid primary key,
    document_id text not null references policy.document (id),
    version integer not null,
    place text not null,
    url text not null,
    published_on date not null,
    reachable boolean not null,
    checked_at timestamptz not null,
    row_version integer not null default 1
);

create table policy.distribution (
    id uuid primary key,
    document_id text not null references policy.document (id),
    version integer not null,
    due_on date not null,
    sent_at timestamptz not null,
    sent_by text not null,
    row_version integer not null default 1
);

create table policy.recipient (
    distribution_id uuid not null references policy.distribution (id),
    person_id text not null,
    organ_code text,
    unit_id text,
    acknowledged_at timestamptz,
    method text check (method in ('screen', 'paper', 'list')),
    row_version integer not null default 1,
    primary key (distribution_id, person_id)
);
create index recipient_open on policy.recipient (person_id) where acknowledged_at is null;

create table policy.law_reference (
    document_id text not null references policy.document (id),
    name text not null,
    law_version text not null,
    checked_at timestamptz not null,
    row_version integer not null default 1,
    primary key (document_id, name)
);

alter table policy.scope_entry drop constraint scope_entry_dimension_check;
alter table policy.scope_entry add constraint scope_entry_dimension_check check (dimension in ('body', 'building', 'information', 'person', 'asset', 'route', 'enactor'));

create table policy.carried (
    edition_id uuid not null references policy.edition (id),
    obligation_id text not null,
    title text not null,
    kind text not null check (kind in ('changed', 'split', 'merged', 'removed')),
    old_place text not null,
    new_place text,
    reviewed_at timestamptz,
    reviewed_by text,
    row_version integer not null default 1,
    primary key (edition_id, obligation_id)
);

-- What persons decided about the sentences of a text; reviews of a policy with the analysis before a revision; and how long records are kept.

-- Every decision is an act. Undoing one is another act, so that the order of things stays.
create table policy.mapping_act (
    id uuid primary key,
    document_id text not null references policy.document (id),
    edition_id uuid not null references policy.edition (id),
    position integer not null,
    kind text not null check (kind in ('confirm', 'exclude', 'undo')),
    choices text not null,
    undoes uuid references policy.mapping_act (id),
    acted_by text not null,
    acted_at timestamptz not null,
    row_version integer not null default 1,
    unique (edition_id, position)
);
create index mapping_act_document on policy.mapping_act (document_id);

-- The policy asks for an analysis of the risks before it is revised.
alter table policy.document add column analysis_required boolean not null default false;

create table policy.review (
    id uuid primary key,
    document_id text not null references policy.document (id),
    trigger_id uuid not null unique,
    trigger_kind text not null,
    trigger_ref text not null,
    occurred_on date not null,
    paths text not null,
    opened_on date not null,
    due_on date not null,
    opened_by text not null,
    outcome text check (outcome in ('no_change', 'revise')),
    conclusion text,
    decided_on date,
    decided_by text,
    new_version integer,
    closed_on date,
    row_version integer not null default 1
);
create index review_document on policy.review (document_id);

create table policy.revision_analysis (
    id uuid primary key,
    review_id uuid not null references policy.review (id),
    document_id text not null references policy.document (id),
    threats text not null,
    likelihood integer not null check (likelihood between 1 and 3),
    loss integer not null check (loss between 1 and 3),
    findings text not null,
    analyst_person_id text not null,
    analysed_on date not null,
    row_version integer not null default 1
);
create index revision_analysis_review on policy.revision_analysis (review_id);

-- Records are 公文書: series, years kept, from when, what happens at the end; disposal by decision, with proof of what was erased.
create table policy.record_class (
    code text primary key check (code in ('edition', 'draft', 'decision', 'distribution', 'review')),
    series text not null,
    retention_years integer not null check (retention_years between 1 and 60),
    expiry text not null check (expiry in ('dispose', 'transfer')),
    row_version integer not null default 1
);
insert into policy.record_class (code, series, retention_years, expiry) values
    ('edition', '例規・規程の原本', 30, 'transfer'),
    ('decision', '議決・決裁の記録', 30, 'transfer'),
    ('review', '例規の見直しの記録', 10, 'dispose'),
    ('distribution', '周知と確認の記録', 5, 'dispose'),
    ('draft', '取込みの下書き', 1, 'dispose');

create table policy.disposal (
    id uuid primary key,
    reason text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    approved_at timestamptz,
    row_version integer not null default 1
);

create table policy.disposal_item (
    disposal_id uuid not null references policy.disposal (id),
    kind text not null,
    ref text not null,
    title text not null,
    expiry text not null,
    expires_on date not null,
    digest text,
    done_at timestamptz,
    row_version integer not null default 1,
    primary key (disposal_id, kind, ref)
);
create index disposal_item_ref on policy.disposal_item (kind, ref);

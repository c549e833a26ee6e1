-- Faults of the text itself: computed ones as they were found at an import, and those a person entered; what was decided of each.
create table policy.finding (
    id text primary key,
    document_id text not null references policy.document (id),
    source text not null check (source in ('rule', 'person')),
    rule text,
    kind text not null,
    severity text not null check (severity in ('error', 'warning', 'info')),
    path text not null,
    quote text not null,
    text_ja text not null,
    text_en text not null,
    status text not null check (status in ('open', 'done', 'waived')),
    reason text,
    is_present boolean not null,
    found_at timestamptz not null,
    decided_at timestamptz,
    row_version integer not null default 1
);
create index finding_document on policy.finding (document_id);

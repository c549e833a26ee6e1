-- Packs, documents, editions with their clauses, and the scope a person confirmed.

create table policy.pack (
    code text primary key,
    city text not null,
    content text not null,
    digest text not null,
    applied_at timestamptz not null,
    row_version integer not null default 1
);

create table policy.obligation (
    pack_code text not null references policy.pack (code),
    id text not null,
    position integer not null,
    clause text not null,
    title text not null,
    text_ja text not null,
    text_en text not null,
    place text not null,
    sentences text not null,
    strength text not null,
    roles text not null,
    role_state text not null,
    controls text not null,
    "interval" text,
    interval_source text,
    note text,
    row_version integer not null default 1,
    primary key (pack_code, id)
);

create table policy.document (
    id text primary key,
    kind text not null,
    title text not null,
    pack_code text,
    parent_id text,
    disclosure_class text not null check (disclosure_class in ('public', 'closed')),
    created_at timestamptz not null,
    row_version integer not null default 1
);

create table policy.edition (
    id uuid primary key,
    document_id text not null references policy.document (id),
    version integer not null,
    enacted_on date,
    effective_on date,
    number text,
    text_sha256 text not null,
    source_text text not null,
    encoding text not null,
    is_current boolean not null,
    imported_at timestamptz not null,
    row_version integer not null default 1,
    unique (document_id, version)
);
create unique index edition_current on policy.edition (document_id) where is_current;

create table policy.clause (
    edition_id uuid not null references policy.edition (id),
    path text not null,
    position integer not null,
    level text not null,
    printed_label text not null,
    caption text not null,
    body text not null,
    sentence_count integer not null,
    primary key (edition_id, path)
);

create table policy.scope_entry (
    id uuid primary key,
    pack_code text not null references policy.pack (code),
    dimension text not null check (dimension in ('body', 'information', 'person', 'asset', 'route')),
    code text not null,
    name text not null,
    position integer not null,
    path text,
    organ_code text,
    src_zone text,
    dst_zone text,
    in_scope boolean not null,
    confirm_state text not null check (confirm_state in ('confirmed', 'pending', 'missing')),
    confirmed_at timestamptz,
    row_version integer not null default 1,
    unique (pack_code, dimension, code)
);

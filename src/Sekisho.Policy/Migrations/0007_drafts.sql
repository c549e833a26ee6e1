-- Texts between upload and edition: what the reader made of them, and what a person changed since.
create table policy.draft (
    id uuid primary key,
    file_name text not null,
    source_text text not null,
    encoding text not null,
    beginning text not null,
    edits text not null,
    state text not null check (state in ('open', 'bound', 'dropped')),
    document_id text,
    edition_version integer,
    started_at timestamptz not null,
    row_version integer not null default 1
);

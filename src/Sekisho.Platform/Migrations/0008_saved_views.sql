-- Conditions of a list a person has given a name. A convenience of one person: no business state, so no record of it in the ledger.

create table platform.saved_view (
    id uuid primary key,
    person_id text not null,
    path text not null,
    name text not null,
    address text not null,
    created_at timestamptz not null,
    unique (person_id, path, name)
);

grant select, insert, update, delete on platform.saved_view to sekisho_app;

-- Content store and keys (rules T9, T11). Tables with wrapped keys (data_key, side_key, protection_key) are left out of the ordinary backup.

create table platform.data_key (
    id uuid primary key,
    organ_code text not null,
    retention_class text not null,
    month date not null,
    wrapped bytea not null,
    created_at timestamptz not null
);
create unique index data_key_group on platform.data_key (organ_code, retention_class, month);

-- The HMAC key of object names: one row.
create table platform.store_key (
    only_row boolean primary key default true check (only_row),
    wrapped bytea not null
);

create table platform.object (
    id text primary key,
    key_id uuid not null,
    size bigint not null,
    stored_at timestamptz not null,
    blocked_by text
);
create index object_key on platform.object (key_id);

create table platform.hold (
    id uuid primary key,
    object_id text not null references platform.object (id) on delete cascade,
    retain_until date not null,
    created_at timestamptz not null
);
create index hold_object on platform.hold (object_id, retain_until);

-- Files of erased objects, removed after the delay that lets a running backup finish.
create table platform.erasure (
    object_id text primary key,
    key_id uuid not null,
    due_at timestamptz not null
);

create table platform.protection_key (
    name text primary key,
    sealed bytea not null,
    created_at timestamptz not null
);

-- The key-encryption key sealed under the recovery key that was printed once.
create table platform.recovery (
    only_row boolean primary key default true check (only_row),
    box bytea not null,
    created_at timestamptz not null
);

grant select, insert, update, delete on platform.data_key, platform.store_key, platform.object, platform.hold, platform.erasure,
    platform.protection_key, platform.recovery to sekisho_app;
grant update on platform.side_key to sekisho_app;

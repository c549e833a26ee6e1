-- Commands, the ledger and what seals it. Rules T4, T5, T6, T17.

create table platform.command (
    id uuid primary key,
    name text not null,
    actor text not null,
    started_at timestamptz not null,
    result text
);

-- Records are inserted without a number; the sealer numbers them (insert order is not commit order).
-- canonical is the truth; every other column is derived from it and compared by verify.
create table platform.record (
    id uuid not null,
    recorded_at timestamptz not null,
    command_id uuid not null,
    ordinal integer not null,
    name text not null,
    is_fact boolean not null,
    canonical bytea not null,
    body jsonb not null,
    primary key (recorded_at, id)
) partition by range (recorded_at);
create index record_name on platform.record (name, recorded_at);
create index record_id on platform.record (id);

-- Free text and personal data. key_id names a wrapped key that can be destroyed; the salt travels inside the ciphertext so that it dies with the key.
create table platform.side (
    record_id uuid not null,
    recorded_at timestamptz not null,
    ciphertext bytea not null,
    primary key (recorded_at, record_id)
) partition by range (recorded_at);

-- Wrapped keys live apart: left out of the ordinary backup (rule T11).
create table platform.side_key (
    record_id uuid primary key,
    wrapped bytea not null,
    created_at timestamptz not null
);

-- Which records wait for a number. Filled by a trigger in the writer's own transaction, emptied by the sealer; a full anti-join repairs it.
create table platform.unsealed (
    record_id uuid not null,
    recorded_at timestamptz not null,
    primary key (record_id)
);

create table platform.leaf (
    number bigint not null,
    record_id uuid not null,
    recorded_at timestamptz not null,
    hash bytea not null,
    primary key (recorded_at, record_id)
) partition by range (recorded_at);
create index leaf_number on platform.leaf (number);
create index leaf_record on platform.leaf (record_id);

-- One row: the tree the sealer has built. frontier = roots of the perfect subtrees, largest first, 32 bytes each.
create table platform.tree (
    only_row boolean primary key default true check (only_row),
    origin text not null,
    size bigint not null check (size >= 0),
    frontier bytea not null,
    sealed_at timestamptz not null,
    continues text
);

create table platform.checkpoint (
    size bigint not null,
    origin text not null,
    root bytea not null,
    frontier bytea not null,
    sealed_at timestamptz not null,
    note text not null,
    primary key (origin, size)
);
-- "As of a day" asks for the last size sealed before the day's end; sealed_at is also inside the signed note.
create index checkpoint_sealed on platform.checkpoint (sealed_at, size);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function platform.note_unsealed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into platform.unsealed (record_id, recorded_at) select id, recorded_at from added;
    return null;
end $$;

create trigger record_append_only before update or delete on platform.record for each row execute function platform.refuse_change();
create trigger leaf_append_only before update or delete on platform.leaf for each row execute function platform.refuse_change();
create trigger checkpoint_append_only before update or delete on platform.checkpoint for each row execute function platform.refuse_change();
create trigger record_no_truncate before truncate on platform.record for each statement execute function platform.refuse_change();
create trigger leaf_no_truncate before truncate on platform.leaf for each statement execute function platform.refuse_change();
create trigger checkpoint_no_truncate before truncate on platform.checkpoint for each statement execute function platform.refuse_change();
create trigger record_unsealed after insert on platform.record referencing new table as added for each statement execute function platform.note_unsealed();

-- Makes the partitions of one month (UTC). The application may call it, but not create tables itself.
create function platform.ensure_month(day date) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    first_day date := date_trunc('month', day::timestamp)::date;
    next_day date := (date_trunc('month', day::timestamp) + interval '1 month')::date;
    suffix text := to_char(first_day, 'YYYYMM');
    parent text;
begin
    if to_regclass('platform.leaf_' || suffix) is not null then return false; end if;
    perform pg_advisory_xact_lock(hashtext('platform.ensure_month'));
    -- Reads the catalogue itself: the name cache of to_regclass may not yet know what the holder of the lock made.
    if exists (select 1 from pg_class where relnamespace = 'platform'::regnamespace and relname = 'leaf_' || suffix) then return false; end if;
    foreach parent in array array['record', 'side', 'leaf'] loop
        execute format('create table platform.%I (like platform.%I including defaults including constraints)', parent || '_' || suffix, parent);
        execute format('alter table platform.%I attach partition platform.%I for values from (%L) to (%L)',
            parent, parent || '_' || suffix, first_day::text || ' 00:00:00+00', next_day::text || ' 00:00:00+00');
        if parent <> 'side' then
            execute format('create trigger no_truncate before truncate on platform.%I for each statement execute function platform.refuse_change()', parent || '_' || suffix);
        end if;
    end loop;
    return true;
end $$;
revoke all on function platform.ensure_month(date) from public;
revoke all on function platform.note_unsealed() from public;

create table platform.consumer (
    name text primary key,
    next_leaf bigint not null default 0 check (next_leaf >= 0),
    updated_at timestamptz not null
);

grant execute on function platform.ensure_month(date) to sekisho_app, sekisho_sealer;
grant select, insert on platform.record, platform.side to sekisho_app;
grant select, insert, delete on platform.side_key to sekisho_app;
grant select, insert, update, delete on platform.command, platform.consumer to sekisho_app;
grant select on platform.leaf, platform.tree, platform.checkpoint, platform.unsealed to sekisho_app;
grant select on platform.record, platform.side, platform.side_key to sekisho_sealer;
grant select, insert on platform.leaf, platform.checkpoint to sekisho_sealer;
grant select, insert, update on platform.tree to sekisho_sealer;
grant select, insert, delete on platform.unsealed to sekisho_sealer;

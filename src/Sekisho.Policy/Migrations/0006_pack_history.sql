-- A past day is judged by the pack and the parameters of that day.

create table policy.pack_version (
    id uuid primary key,
    code text not null,
    city text not null,
    content text not null,
    digest text not null,
    applied_at timestamptz not null,
    row_version integer not null default 1
);
insert into policy.pack_version (id, code, city, content, digest, applied_at) select gen_random_uuid(), code, city, content, digest, applied_at from policy.pack;

create table policy.parameter_change (
    id uuid primary key,
    batch_id uuid not null,
    control_id text not null,
    name text not null,
    value text not null,
    basis text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    approved_at timestamptz,
    row_version integer not null default 1
);
create index parameter_change_batch on policy.parameter_change (batch_id);

create table watch.security_function (
    function_id text primary key,
    system_id text not null,
    function_kind text not null,
    own boolean not null,
    registered_at timestamptz not null,
    result text,
    detail text,
    checked_at timestamptz,
    failed_since timestamptz,
    row_version integer not null default 1
);

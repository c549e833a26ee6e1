-- Accounts, second factors, sessions and what is counted against guessing.

create table access.account (
    id text primary key,
    login text not null unique,
    name text not null,
    person_id text,
    is_administrator boolean not null,
    second_factor_exempt boolean not null,
    state text not null check (state in ('active', 'stopped')),
    password_hash text not null,
    password_set_at timestamptz not null,
    must_change_password boolean not null,
    totp_secret bytea,
    totp_last_step bigint,
    created_at timestamptz not null,
    stopped_at timestamptz,
    last_sign_in_at timestamptz,
    row_version integer not null default 1
);
create unique index account_person on access.account (person_id) where person_id is not null and state = 'active';

create table access.password_history (
    account_id text not null,
    set_at timestamptz not null,
    hash text not null,
    primary key (account_id, hash)
);

create table access.recovery_code (
    account_id text not null,
    hash bytea not null,
    used_at timestamptz,
    primary key (account_id, hash)
);

-- The cookie holds a random token; here is only its digest. stage: full, enrol (a second factor must be set up first), password (must be changed first).
create table access.session (
    id uuid primary key,
    token_hash bytea not null unique,
    account_id text not null,
    stage text not null check (stage in ('full', 'enrol', 'password')),
    factors integer not null,
    acting_role text,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    previous_sign_in_at timestamptz,
    ended_at timestamptz,
    end_reason text
);
create index session_account on access.session (account_id) where ended_at is null;

create table access.session_seen (
    session_id uuid primary key,
    seen_at timestamptz not null
);

-- Counts against guessing, by user and by address. The key of a user is a digest, so that a name that does not exist counts the same.
create table access.failure (
    kind text not null check (kind in ('user', 'address')),
    key text not null,
    count integer not null,
    window_from timestamptz not null,
    locked_until timestamptz,
    primary key (kind, key)
);

-- Single attempts; facts carry only the summary of five minutes (rule T17).
create table access.attempt (
    id uuid primary key,
    at timestamptz not null,
    account_id text,
    user_key text not null,
    outcome text not null,
    factors integer not null,
    exempt boolean not null,
    summarised boolean not null default false
);
create index attempt_open on access.attempt (at) where not summarised;

create table access.setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- One row: the rule for passwords and second factors.
create table access.sign_in_policy (
    id integer primary key check (id = 1),
    min_length integer not null check (min_length between 8 and 64),
    blocklist boolean not null,
    history integer not null check (history between 0 and 24),
    max_age_days integer check (max_age_days between 30 and 3650),
    second_factor text not null check (second_factor in ('all', 'administrators', 'none')),
    exception_id text,
    row_version integer not null default 1
);
insert into access.sign_in_policy (id, min_length, blocklist, history, max_age_days, second_factor) values (1, 12, true, 3, null, 'all');

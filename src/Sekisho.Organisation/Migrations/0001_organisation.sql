-- Organs, units, posts, persons and what ties roles to them. Periods are half-open: valid_to is the first day no longer (rule T14).

create table organisation.organ (
    code text primary key,
    name text not null,
    sort integer not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1
);

create table organisation.unit (
    id text primary key,
    organ_code text not null references organisation.organ deferrable initially deferred,
    parent_id text references organisation.unit deferrable initially deferred,
    unit_class text not null,
    name text not null,
    mail text,
    sort integer not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1
);
create index unit_organ on organisation.unit (organ_code);

create table organisation.unit_succession (
    unit_id text not null references organisation.unit deferrable initially deferred,
    successor_id text not null references organisation.unit deferrable initially deferred,
    row_version integer not null default 1,
    primary key (unit_id, successor_id)
);

create table organisation.post (
    code text primary key,
    organ_code text not null references organisation.organ deferrable initially deferred,
    unit_id text references organisation.unit deferrable initially deferred,
    name text not null,
    sort integer not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1
);

create table organisation.post_trait (
    post_code text not null references organisation.post deferrable initially deferred,
    trait text not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1,
    primary key (post_code, trait, valid_from)
);

create table organisation.person (
    id text primary key,
    name text not null,
    kana text not null,
    person_class text not null,
    organ_code text not null references organisation.organ deferrable initially deferred,
    mail text,
    search_text text not null,
    row_version integer not null default 1
);
create index person_organ on organisation.person (organ_code, kana collate "ja-x-icu");

create table organisation.person_state (
    person_id text not null references organisation.person deferrable initially deferred,
    state text not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1,
    primary key (person_id, valid_from)
);

create table organisation.tenure (
    person_id text not null references organisation.person deferrable initially deferred,
    post_code text not null references organisation.post deferrable initially deferred,
    kind text not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1,
    primary key (person_id, post_code, valid_from)
);
create index tenure_post on organisation.tenure (post_code);

-- organ_code may be 'city' (a role of the whole city), so no reference.
create table organisation.charge (
    id text primary key,
    organ_code text not null,
    role text not null,
    local_name text not null,
    basis text not null,
    unit_class_list text not null,
    filling text not null check (filling in ('post', 'trait', 'nomination')),
    filler text not null,
    several boolean not null,
    sort integer not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1
);

create table organisation.nomination (
    id uuid primary key,
    role text not null,
    organ_code text not null,
    unit_id text not null,
    person_id text not null references organisation.person deferrable initially deferred,
    named_by_role text not null,
    named_by text not null,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1
);

create table organisation.deputy (
    id uuid primary key,
    role text not null,
    organ_code text not null,
    unit_id text not null,
    person_id text not null references organisation.person deferrable initially deferred,
    reason text not null check (reason in ('accident', 'vacancy')),
    valid_from date not null,
    valid_to date not null,
    row_version integer not null default 1
);

create table organisation.role_proposal (
    local_name text primary key,
    role text not null,
    path text not null,
    state text not null check (state in ('text', 'proposal', 'unmapped', 'confirmed')),
    suggestion text not null,
    confirmed_by text,
    confirmed_at timestamptz,
    sort integer not null,
    row_version integer not null default 1
);

create table organisation.target_assignment (
    target_kind text not null,
    target_id text not null,
    unit_id text not null references organisation.unit deferrable initially deferred,
    valid_from date not null,
    valid_to date,
    row_version integer not null default 1,
    primary key (target_kind, target_id, valid_from)
);

create table organisation.organ_opening (
    organ_code text not null references organisation.organ deferrable initially deferred,
    opened_to text not null references organisation.organ deferrable initially deferred,
    valid_from date not null,
    valid_to date not null,
    basis text not null,
    row_version integer not null default 1,
    primary key (organ_code, opened_to, valid_from)
);

-- Derived from the tables above by every command: what the ledger was last told, so that only changes are told again.
create table organisation.holding (
    id uuid primary key,
    role text not null,
    organ_code text not null,
    unit_id text not null,
    person_id text not null,
    post_code text not null,
    basis text not null,
    appointed_by text not null,
    is_acting boolean not null,
    valid_from date not null,
    valid_to date
);

create table organisation.vacancy (
    role text not null,
    organ_code text not null,
    unit_id text not null,
    since date not null,
    acting_person_id text not null,
    primary key (role, organ_code, unit_id)
);

-- Uploaded CSV text between dry run and application; seen by its uploader only and emptied afterwards.
create table organisation.import_batch (
    id uuid primary key,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    files jsonb,
    applied_at timestamptz,
    row_version integer not null default 1
);

create table organisation.structure_chart (
    version text primary key,
    sha256 text not null,
    role_count integer not null,
    unit_count integer not null,
    vacant_count integer not null,
    published_at timestamptz not null,
    published_by text not null,
    content text not null,
    row_version integer not null default 1
);

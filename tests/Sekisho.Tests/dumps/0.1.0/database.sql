-- The database of an installation of 0.1.0 (city none, first start), for the migration test. Made with pg_dump --inserts; rows of platform.command,
-- of the key tables, of platform.recovery and of access.setup_link are left out. Never edited: a database out there looks like this.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA access;

ALTER SCHEMA access OWNER TO sekisho_owner;

CREATE SCHEMA gate;

ALTER SCHEMA gate OWNER TO sekisho_owner;

CREATE SCHEMA organisation;

ALTER SCHEMA organisation OWNER TO sekisho_owner;

CREATE SCHEMA platform;

ALTER SCHEMA platform OWNER TO sekisho_owner;

CREATE SCHEMA policy;

ALTER SCHEMA policy OWNER TO sekisho_owner;

CREATE SCHEMA watch;

ALTER SCHEMA watch OWNER TO sekisho_owner;

CREATE FUNCTION platform.ensure_month(day date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
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

ALTER FUNCTION platform.ensure_month(day date) OWNER TO sekisho_owner;

CREATE FUNCTION platform.note_unsealed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    insert into platform.unsealed (record_id, recorded_at, command_id, ordinal) select id, recorded_at, command_id, ordinal from added;
    return null;
end $$;

ALTER FUNCTION platform.note_unsealed() OWNER TO sekisho_owner;

CREATE FUNCTION platform.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'the ledger is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

ALTER FUNCTION platform.refuse_change() OWNER TO sekisho_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE access.account (
    id text NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    person_id text,
    is_administrator boolean NOT NULL,
    second_factor_exempt boolean NOT NULL,
    state text NOT NULL,
    password_hash text NOT NULL,
    password_set_at timestamp with time zone NOT NULL,
    must_change_password boolean NOT NULL,
    totp_secret bytea,
    totp_last_step bigint,
    created_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    last_sign_in_at timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text])))
);

ALTER TABLE access.account OWNER TO sekisho_owner;

CREATE TABLE access.attempt (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id text,
    user_key text NOT NULL,
    outcome text NOT NULL,
    factors integer NOT NULL,
    exempt boolean NOT NULL,
    summarised boolean DEFAULT false NOT NULL
);

ALTER TABLE access.attempt OWNER TO sekisho_owner;

CREATE TABLE access.failure (
    kind text NOT NULL,
    key text NOT NULL,
    count integer NOT NULL,
    window_from timestamp with time zone NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT failure_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'address'::text])))
);

ALTER TABLE access.failure OWNER TO sekisho_owner;

CREATE TABLE access.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE access.migration OWNER TO sekisho_owner;

CREATE TABLE access.password_history (
    account_id text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    hash text NOT NULL
);

ALTER TABLE access.password_history OWNER TO sekisho_owner;

CREATE TABLE access.recovery_code (
    account_id text NOT NULL,
    hash bytea NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE access.recovery_code OWNER TO sekisho_owner;

CREATE TABLE access.session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id text NOT NULL,
    stage text NOT NULL,
    factors integer NOT NULL,
    acting_role text,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    previous_sign_in_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT session_stage_check CHECK ((stage = ANY (ARRAY['full'::text, 'enrol'::text, 'password'::text])))
);

ALTER TABLE access.session OWNER TO sekisho_owner;

CREATE TABLE access.session_seen (
    session_id uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

ALTER TABLE access.session_seen OWNER TO sekisho_owner;

CREATE TABLE access.setup_link (
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE access.setup_link OWNER TO sekisho_owner;

CREATE TABLE access.sign_in_policy (
    id integer NOT NULL,
    min_length integer NOT NULL,
    blocklist boolean NOT NULL,
    history integer NOT NULL,
    max_age_days integer,
    second_factor text NOT NULL,
    exception_id text,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT sign_in_policy_history_check CHECK (((history >= 0) AND (history <= 24))),
    CONSTRAINT sign_in_policy_id_check CHECK ((id = 1)),
    CONSTRAINT sign_in_policy_max_age_days_check CHECK (((max_age_days >= 30) AND (max_age_days <= 3650))),
    CONSTRAINT sign_in_policy_min_length_check CHECK (((min_length >= 8) AND (min_length <= 64))),
    CONSTRAINT sign_in_policy_second_factor_check CHECK ((second_factor = ANY (ARRAY['all'::text, 'administrators'::text, 'none'::text])))
);

ALTER TABLE access.sign_in_policy OWNER TO sekisho_owner;

CREATE TABLE gate.delivery (
    id uuid NOT NULL,
    mail_id text NOT NULL,
    route text NOT NULL,
    host text,
    port integer,
    recipients text[] NOT NULL,
    state text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    last_reply text DEFAULT ''::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    possible_duplicates integer DEFAULT 0 NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE gate.delivery OWNER TO sekisho_owner;

CREATE TABLE gate.delivery_attempt (
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);

ALTER TABLE gate.delivery_attempt OWNER TO sekisho_owner;

CREATE TABLE gate.mail (
    id text NOT NULL,
    organ_code text NOT NULL,
    state text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    peer text NOT NULL,
    helo text NOT NULL,
    tls boolean NOT NULL,
    sender text NOT NULL,
    recipients text[] NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    header_from text DEFAULT ''::text NOT NULL,
    header_message_id text DEFAULT ''::text NOT NULL,
    size bigint NOT NULL,
    src_zone text NOT NULL,
    dst_zone text NOT NULL,
    src_sha256 text NOT NULL,
    original_object text NOT NULL,
    retain_until date NOT NULL,
    outcome text,
    body_to_text boolean,
    out_sha256 text,
    out_object text,
    before_object text,
    after_object text,
    hold_stage text,
    hold_reason text,
    hold_advice text,
    processed_at timestamp with time zone,
    finished_at timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT mail_size_check CHECK ((size >= 0))
);

ALTER TABLE gate.mail OWNER TO sekisho_owner;

CREATE TABLE gate.mail_finding (
    mail_id text NOT NULL,
    ordinal integer NOT NULL,
    rule text NOT NULL,
    action text NOT NULL,
    place text NOT NULL,
    count integer NOT NULL,
    arguments jsonb NOT NULL,
    CONSTRAINT mail_finding_count_check CHECK ((count > 0))
);

ALTER TABLE gate.mail_finding OWNER TO sekisho_owner;

CREATE TABLE gate.mail_part (
    mail_id text NOT NULL,
    ordinal integer NOT NULL,
    path text NOT NULL,
    name text NOT NULL,
    declared_type text NOT NULL,
    found_type text NOT NULL,
    outcome text NOT NULL,
    input_size bigint NOT NULL,
    input_sha256 text NOT NULL,
    output_size bigint NOT NULL,
    output_sha256 text
);

ALTER TABLE gate.mail_part OWNER TO sekisho_owner;

CREATE TABLE gate.mailbox_mail (
    delivery_id uuid NOT NULL,
    recipient text NOT NULL,
    mail_id text NOT NULL,
    arrived_at timestamp with time zone NOT NULL
);

ALTER TABLE gate.mailbox_mail OWNER TO sekisho_owner;

CREATE TABLE gate.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE gate.migration OWNER TO sekisho_owner;

CREATE TABLE organisation.charge (
    id text NOT NULL,
    organ_code text NOT NULL,
    role text NOT NULL,
    local_name text NOT NULL,
    basis text NOT NULL,
    unit_class_list text NOT NULL,
    filling text NOT NULL,
    filler text NOT NULL,
    several boolean NOT NULL,
    sort integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT charge_filling_check CHECK ((filling = ANY (ARRAY['post'::text, 'trait'::text, 'nomination'::text])))
);

ALTER TABLE organisation.charge OWNER TO sekisho_owner;

CREATE TABLE organisation.deputy (
    id uuid NOT NULL,
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text NOT NULL,
    person_id text NOT NULL,
    reason text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT deputy_reason_check CHECK ((reason = ANY (ARRAY['accident'::text, 'vacancy'::text])))
);

ALTER TABLE organisation.deputy OWNER TO sekisho_owner;

CREATE TABLE organisation.holding (
    id uuid NOT NULL,
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text NOT NULL,
    person_id text NOT NULL,
    post_code text NOT NULL,
    basis text NOT NULL,
    appointed_by text NOT NULL,
    is_acting boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE organisation.holding OWNER TO sekisho_owner;

CREATE TABLE organisation.import_batch (
    id uuid NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    files jsonb,
    applied_at timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.import_batch OWNER TO sekisho_owner;

CREATE TABLE organisation.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE organisation.migration OWNER TO sekisho_owner;

CREATE TABLE organisation.nomination (
    id uuid NOT NULL,
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text NOT NULL,
    person_id text NOT NULL,
    named_by_role text NOT NULL,
    named_by text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.nomination OWNER TO sekisho_owner;

CREATE TABLE organisation.organ (
    code text NOT NULL,
    name text NOT NULL,
    sort integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.organ OWNER TO sekisho_owner;

CREATE TABLE organisation.organ_opening (
    organ_code text NOT NULL,
    opened_to text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    basis text NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.organ_opening OWNER TO sekisho_owner;

CREATE TABLE organisation.person (
    id text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    person_class text NOT NULL,
    organ_code text NOT NULL,
    mail text,
    search_text text NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.person OWNER TO sekisho_owner;

CREATE TABLE organisation.person_state (
    person_id text NOT NULL,
    state text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.person_state OWNER TO sekisho_owner;

CREATE TABLE organisation.post (
    code text NOT NULL,
    organ_code text NOT NULL,
    unit_id text,
    name text NOT NULL,
    sort integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.post OWNER TO sekisho_owner;

CREATE TABLE organisation.post_trait (
    post_code text NOT NULL,
    trait text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.post_trait OWNER TO sekisho_owner;

CREATE TABLE organisation.role_proposal (
    local_name text NOT NULL,
    role text NOT NULL,
    path text NOT NULL,
    state text NOT NULL,
    suggestion text NOT NULL,
    confirmed_by text,
    confirmed_at timestamp with time zone,
    sort integer NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT role_proposal_state_check CHECK ((state = ANY (ARRAY['text'::text, 'proposal'::text, 'unmapped'::text, 'confirmed'::text])))
);

ALTER TABLE organisation.role_proposal OWNER TO sekisho_owner;

CREATE TABLE organisation.structure_chart (
    version text NOT NULL,
    sha256 text NOT NULL,
    role_count integer NOT NULL,
    unit_count integer NOT NULL,
    vacant_count integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by text NOT NULL,
    content text NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.structure_chart OWNER TO sekisho_owner;

CREATE TABLE organisation.target_assignment (
    target_kind text NOT NULL,
    target_id text NOT NULL,
    unit_id text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.target_assignment OWNER TO sekisho_owner;

CREATE TABLE organisation.tenure (
    person_id text NOT NULL,
    post_code text NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.tenure OWNER TO sekisho_owner;

CREATE TABLE organisation.unit (
    id text NOT NULL,
    organ_code text NOT NULL,
    parent_id text,
    unit_class text NOT NULL,
    name text NOT NULL,
    mail text,
    sort integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.unit OWNER TO sekisho_owner;

CREATE TABLE organisation.unit_succession (
    unit_id text NOT NULL,
    successor_id text NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE organisation.unit_succession OWNER TO sekisho_owner;

CREATE TABLE organisation.vacancy (
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text NOT NULL,
    since date NOT NULL,
    acting_person_id text NOT NULL
);

ALTER TABLE organisation.vacancy OWNER TO sekisho_owner;

CREATE TABLE platform.approval (
    id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    title text NOT NULL,
    link text,
    requester_id text NOT NULL,
    organ_code text,
    unit_id text,
    state text NOT NULL,
    round integer NOT NULL,
    current_step integer NOT NULL,
    steps jsonb NOT NULL,
    agreements jsonb NOT NULL,
    details jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT approval_state_check CHECK ((state = ANY (ARRAY['open'::text, 'returned'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);

ALTER TABLE platform.approval OWNER TO sekisho_owner;

CREATE TABLE platform.approval_act (
    approval_id uuid NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id text NOT NULL,
    act text NOT NULL,
    round integer NOT NULL,
    step integer NOT NULL,
    to_step integer,
    comment text
);

ALTER TABLE platform.approval_act OWNER TO sekisho_owner;

CREATE TABLE platform.approval_seat (
    approval_id uuid NOT NULL,
    step integer NOT NULL,
    person_id text NOT NULL,
    agreed_at timestamp with time zone
);

ALTER TABLE platform.approval_seat OWNER TO sekisho_owner;

CREATE TABLE platform.checkpoint (
    size bigint NOT NULL,
    origin text NOT NULL,
    root bytea NOT NULL,
    frontier bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    note text NOT NULL
);

ALTER TABLE platform.checkpoint OWNER TO sekisho_owner;

CREATE TABLE platform.command (
    id uuid NOT NULL,
    name text NOT NULL,
    actor text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    result text
);

ALTER TABLE platform.command OWNER TO sekisho_owner;

CREATE TABLE platform.consumer (
    name text NOT NULL,
    next_leaf bigint DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT consumer_next_leaf_check CHECK ((next_leaf >= 0))
);

ALTER TABLE platform.consumer OWNER TO sekisho_owner;

CREATE TABLE platform.data_key (
    id uuid NOT NULL,
    organ_code text NOT NULL,
    retention_class text NOT NULL,
    month date NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.data_key OWNER TO sekisho_owner;

CREATE TABLE platform.day_off (
    day date NOT NULL,
    name text NOT NULL
);

ALTER TABLE platform.day_off OWNER TO sekisho_owner;

CREATE TABLE platform.duty (
    id text NOT NULL,
    source text NOT NULL,
    label text NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    organ_code text NOT NULL,
    unit_id text,
    cadence text NOT NULL,
    anchor date NOT NULL,
    due_business_days integer NOT NULL,
    remind_business_days integer NOT NULL,
    link text,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT duty_scope_check CHECK ((scope = ANY (ARRAY['organ'::text, 'unit'::text])))
);

ALTER TABLE platform.duty OWNER TO sekisho_owner;

CREATE TABLE platform.duty_task (
    id uuid NOT NULL,
    duty_id text NOT NULL,
    source text NOT NULL,
    label text NOT NULL,
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text,
    period_start date NOT NULL,
    due_on date NOT NULL,
    remind_on date NOT NULL,
    link text,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    overdue_at timestamp with time zone,
    completed_at timestamp with time zone,
    completed_by text,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT duty_task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
);

ALTER TABLE platform.duty_task OWNER TO sekisho_owner;

CREATE TABLE platform.erasure (
    object_id text NOT NULL,
    key_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.erasure OWNER TO sekisho_owner;

CREATE TABLE platform.hold (
    id uuid NOT NULL,
    object_id text NOT NULL,
    retain_until date NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.hold OWNER TO sekisho_owner;

CREATE TABLE platform.job (
    id uuid NOT NULL,
    kind text NOT NULL,
    args jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    not_before timestamp with time zone NOT NULL,
    lease_until timestamp with time zone,
    lease_token uuid,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE platform.job OWNER TO sekisho_owner;

CREATE TABLE platform.leaf (
    number bigint NOT NULL,
    record_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    hash bytea NOT NULL
)
PARTITION BY RANGE (recorded_at);

ALTER TABLE platform.leaf OWNER TO sekisho_owner;

CREATE TABLE platform.leaf_202611 (
    number bigint NOT NULL,
    record_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE platform.leaf_202611 OWNER TO sekisho_owner;

CREATE TABLE platform.link (
    from_kind text NOT NULL,
    from_id text NOT NULL,
    to_kind text NOT NULL,
    to_id text NOT NULL,
    kind text NOT NULL
);

ALTER TABLE platform.link OWNER TO sekisho_owner;

CREATE TABLE platform.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.migration OWNER TO sekisho_owner;

CREATE TABLE platform.notification (
    id uuid NOT NULL,
    person_id text NOT NULL,
    key text NOT NULL,
    args jsonb NOT NULL,
    link text,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone
);

ALTER TABLE platform.notification OWNER TO sekisho_owner;

CREATE TABLE platform.object (
    id text NOT NULL,
    key_id uuid NOT NULL,
    size bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    blocked_by text
);

ALTER TABLE platform.object OWNER TO sekisho_owner;

CREATE TABLE platform.protection_key (
    name text NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.protection_key OWNER TO sekisho_owner;

CREATE TABLE platform.record (
    id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    command_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    is_fact boolean NOT NULL,
    canonical bytea NOT NULL,
    body jsonb NOT NULL
)
PARTITION BY RANGE (recorded_at);

ALTER TABLE platform.record OWNER TO sekisho_owner;

CREATE TABLE platform.record_202611 (
    id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    command_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    is_fact boolean NOT NULL,
    canonical bytea NOT NULL,
    body jsonb NOT NULL
);

ALTER TABLE platform.record_202611 OWNER TO sekisho_owner;

CREATE TABLE platform.recovery (
    only_row boolean DEFAULT true NOT NULL,
    box bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT recovery_only_row_check CHECK (only_row)
);

ALTER TABLE platform.recovery OWNER TO sekisho_owner;

CREATE TABLE platform.role_holder (
    id bigint NOT NULL,
    role text NOT NULL,
    organ_code text NOT NULL,
    unit_id text,
    person_id text NOT NULL,
    post_code text,
    basis text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    is_acting boolean NOT NULL
);

ALTER TABLE platform.role_holder OWNER TO sekisho_owner;

ALTER TABLE platform.role_holder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.role_holder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE platform.side (
    record_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ciphertext bytea NOT NULL
)
PARTITION BY RANGE (recorded_at);

ALTER TABLE platform.side OWNER TO sekisho_owner;

CREATE TABLE platform.side_202611 (
    record_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ciphertext bytea NOT NULL
);

ALTER TABLE platform.side_202611 OWNER TO sekisho_owner;

CREATE TABLE platform.side_key (
    record_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE platform.side_key OWNER TO sekisho_owner;

CREATE TABLE platform.store_key (
    only_row boolean DEFAULT true NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT store_key_only_row_check CHECK (only_row)
);

ALTER TABLE platform.store_key OWNER TO sekisho_owner;

CREATE TABLE platform.subject (
    kind text NOT NULL,
    id text NOT NULL,
    label text NOT NULL,
    organ_code text,
    unit_id text,
    class text,
    zone text
);

ALTER TABLE platform.subject OWNER TO sekisho_owner;

CREATE TABLE platform.tree (
    only_row boolean DEFAULT true NOT NULL,
    origin text NOT NULL,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    continues text,
    CONSTRAINT tree_only_row_check CHECK (only_row),
    CONSTRAINT tree_size_check CHECK ((size >= 0))
);

ALTER TABLE platform.tree OWNER TO sekisho_owner;

CREATE TABLE platform.unsealed (
    record_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    command_id uuid NOT NULL,
    ordinal integer NOT NULL
);

ALTER TABLE platform.unsealed OWNER TO sekisho_owner;

CREATE TABLE policy.clause (
    edition_id uuid NOT NULL,
    path text NOT NULL,
    "position" integer NOT NULL,
    level text NOT NULL,
    printed_label text NOT NULL,
    caption text NOT NULL,
    body text NOT NULL,
    sentence_count integer NOT NULL
);

ALTER TABLE policy.clause OWNER TO sekisho_owner;

CREATE TABLE policy.document (
    id text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    pack_code text,
    parent_id text,
    disclosure_class text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT document_disclosure_class_check CHECK ((disclosure_class = ANY (ARRAY['public'::text, 'closed'::text])))
);

ALTER TABLE policy.document OWNER TO sekisho_owner;

CREATE TABLE policy.edition (
    id uuid NOT NULL,
    document_id text NOT NULL,
    version integer NOT NULL,
    enacted_on date,
    effective_on date,
    number text,
    text_sha256 text NOT NULL,
    source_text text NOT NULL,
    encoding text NOT NULL,
    is_current boolean NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE policy.edition OWNER TO sekisho_owner;

CREATE TABLE policy.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE policy.migration OWNER TO sekisho_owner;

CREATE TABLE policy.obligation (
    pack_code text NOT NULL,
    id text NOT NULL,
    "position" integer NOT NULL,
    clause text NOT NULL,
    title text NOT NULL,
    text_ja text NOT NULL,
    text_en text NOT NULL,
    place text NOT NULL,
    sentences text NOT NULL,
    strength text NOT NULL,
    roles text NOT NULL,
    role_state text NOT NULL,
    controls text NOT NULL,
    "interval" text,
    interval_source text,
    note text,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE policy.obligation OWNER TO sekisho_owner;

CREATE TABLE policy.pack (
    code text NOT NULL,
    city text NOT NULL,
    content text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE policy.pack OWNER TO sekisho_owner;

CREATE TABLE policy.scope_entry (
    id uuid NOT NULL,
    pack_code text NOT NULL,
    dimension text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL,
    path text,
    organ_code text,
    src_zone text,
    dst_zone text,
    in_scope boolean NOT NULL,
    confirm_state text NOT NULL,
    confirmed_at timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL,
    classes text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT scope_entry_confirm_state_check CHECK ((confirm_state = ANY (ARRAY['confirmed'::text, 'pending'::text, 'missing'::text]))),
    CONSTRAINT scope_entry_dimension_check CHECK ((dimension = ANY (ARRAY['body'::text, 'information'::text, 'person'::text, 'asset'::text, 'route'::text])))
);

ALTER TABLE policy.scope_entry OWNER TO sekisho_owner;

CREATE TABLE watch.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

ALTER TABLE watch.migration OWNER TO sekisho_owner;

CREATE TABLE watch.security_function (
    function_id text NOT NULL,
    system_id text NOT NULL,
    function_kind text NOT NULL,
    own boolean NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    result text,
    detail text,
    checked_at timestamp with time zone,
    failed_since timestamp with time zone,
    row_version integer DEFAULT 1 NOT NULL
);

ALTER TABLE watch.security_function OWNER TO sekisho_owner;

ALTER TABLE ONLY platform.leaf ATTACH PARTITION platform.leaf_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY platform.record ATTACH PARTITION platform.record_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY platform.side ATTACH PARTITION platform.side_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

INSERT INTO access.migration VALUES
	(1, 'access', 'e9e0b2db7dd56690fdb5f37db48b0bf923b2c2c73f0a62b58bdabfdfdc3a101d', '2026-11-21 13:05:05.526026+00');

INSERT INTO access.sign_in_policy VALUES
	(1, 12, true, 3, NULL, 'all', NULL, 1);

INSERT INTO gate.delivery VALUES
	('32326955-5a18-a6f8-8aa3-2b6b8a9fe04a', 'M-928HQZGZSF247BBE', 'probe.sekisho.invalid', '127.0.0.1', 37007, '{probe@probe.sekisho.invalid}', 'delivered', '2026-11-21 13:05:23.911378+00', '2026-11-21 13:05:26.106369+00', '250 taken', 1, 0, 2),
	('0589a1d1-a07c-d834-9061-85ce6536b0bb', 'M-RHC42DQKZWBRU7UP', 'probe.sekisho.invalid', '127.0.0.1', 37007, '{probe@probe.sekisho.invalid}', 'delivered', '2026-11-21 13:10:28.598253+00', '2026-11-21 13:10:29.09566+00', '250 taken', 1, 0, 2);

INSERT INTO gate.delivery_attempt VALUES
	('32326955-5a18-a6f8-8aa3-2b6b8a9fe04a', 1, '2026-11-21 13:05:25.665247+00', '2026-11-21 13:05:26.106369+00'),
	('0589a1d1-a07c-d834-9061-85ce6536b0bb', 1, '2026-11-21 13:10:28.949405+00', '2026-11-21 13:10:29.09566+00');

INSERT INTO gate.mail VALUES
	('M-928HQZGZSF247BBE', 'MAYOR', 'delivered', '2026-11-21 13:05:20.297741+00', '127.0.0.1', 'probe.sekisho.invalid', false, 'probe@probe.sekisho.invalid', '{probe@probe.sekisho.invalid}', 'probe probe-59d34b2632568f69600f580422fb14d7', 'Sekisho probe <probe@probe.sekisho.invalid>', '<probe-59d34b2632568f69600f580422fb14d7@probe.sekisho.invalid>', 454, 'Z_INET', 'Z_LGWAN', '5acbe246276788c55c667f0ac5103bd0e31a99f5b0f0e83740a64ff82b7866b1', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d.2765bc289ab86d623ee260dceae58b6776e71b50c9192cc06b4f0684cd18c37a', '2027-02-19', 'Cleaned', true, '02d3c355a6ecc4ef94eeda725957448546ffc75bd5537e8920b91100f0a7ab52', '3278d867-6af7-f1ea-db15-f521a1c327e6.483d1e1774120cfb0954502f3a80695331c073a056d10343978824d90d532795', '3278d867-6af7-f1ea-db15-f521a1c327e6.ab689e85630d78b131e3245891c70c1fe5fede4b395cef761526e1483fef9c43', '3278d867-6af7-f1ea-db15-f521a1c327e6.c459a5c86e744d0a053f8f005ca88cddea9dc89952371d8c4b5560304abf466d', NULL, NULL, NULL, '2026-11-21 13:05:23.911378+00', '2026-11-21 13:05:26.106369+00', 3),
	('M-RHC42DQKZWBRU7UP', 'MAYOR', 'delivered', '2026-11-21 13:10:26.607522+00', '127.0.0.1', 'probe.sekisho.invalid', false, 'probe@probe.sekisho.invalid', '{probe@probe.sekisho.invalid}', 'probe probe-bdd4d8c65cc7350b3fed5f73d8f05d8a', 'Sekisho probe <probe@probe.sekisho.invalid>', '<probe-bdd4d8c65cc7350b3fed5f73d8f05d8a@probe.sekisho.invalid>', 454, 'Z_INET', 'Z_LGWAN', '0a7c68adf7bf14aa07e78bd07d8e6706f37d9fd3f51c31749023ea1c50d00bbf', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d.d28fcd2e5fd3b0d8a4c5aaa1290a7908dcaadbc961a68a231f1e75bad09d98dd', '2027-02-19', 'Cleaned', true, '28438214a35815fc7cd288e3a597ceab996978851b08f33a506fd2bc9f4bfd91', '3278d867-6af7-f1ea-db15-f521a1c327e6.a03f96eae262602ac6eb9e1e3ae1563cf6d5af9097db6be527d90d7d326664a9', '3278d867-6af7-f1ea-db15-f521a1c327e6.3419f170c34174e2d17cd509e59dd179a3b9d33593d7ae290245e0bf08308d9e', '3278d867-6af7-f1ea-db15-f521a1c327e6.dff06f91c7a86ac30e3180d6c215608394e9bb86fcf483e9a0ac619abfe693fb', NULL, NULL, NULL, '2026-11-21 13:10:28.598253+00', '2026-11-21 13:10:29.09566+00', 3);

INSERT INTO gate.mail_finding VALUES
	('M-928HQZGZSF247BBE', 0, 'HT-01', 'Removed', '0', 1, '{}'),
	('M-928HQZGZSF247BBE', 1, 'MB-01', 'TextOnly', '0', 1, '{}'),
	('M-RHC42DQKZWBRU7UP', 0, 'HT-01', 'Removed', '0', 1, '{}'),
	('M-RHC42DQKZWBRU7UP', 1, 'MB-01', 'TextOnly', '0', 1, '{}');

INSERT INTO gate.migration VALUES
	(1, 'gate', '1320a3409454aa2e474b40e2a482fe3beb60ea8e699f8165b0123aa3855fe0fa', '2026-11-21 13:05:05.813676+00');

INSERT INTO organisation.migration VALUES
	(1, 'organisation', '862875a6bd22341fe24f17a58368929bfe385da828f1a81f49a782b272aa6f0d', '2026-11-21 13:05:04.845597+00');

INSERT INTO platform.checkpoint VALUES
	(1, 'sekisho/none/1', '\xaf7075739294970e46a231ab6522943e5040794b5c7365a06efe7942002cf284', '\xaf7075739294970e46a231ab6522943e5040794b5c7365a06efe7942002cf284', '2026-11-21 13:05:13.18853+00', 'sekisho/none/1
1
r3B1c5KUlw5GojGrZSKUPlBAeUtcc2Wgbv55QgAs8oQ=
sealed 2026-11-21T13:05:13.188530Z

— sekisho/none/1 J1ZlhDBEAiBcjodhC+aLQ0eNQpAMqDBaXAdkzqmJhJe2M8oYOTqJJwIgUVgat4g/I8OCQRKb7AB1k+XUfCQ+RnnuHMZ1SSZEdDY=
— sekisho/none/1 C4LlWvvTdoxUI/T0LwAvd4HO5WW8Vyj18eeRSrktoDplavni16Wqn8HqiKBPiZevcygM2tv/pgtW8gcuKOqrYQybMw0=
'),
	(4, 'sekisho/none/1', '\x4a03ba05ea855f8bbb8e91a233c571ab96ad6eafd08b8f94620a0130631696df', '\x4a03ba05ea855f8bbb8e91a233c571ab96ad6eafd08b8f94620a0130631696df', '2026-11-21 13:05:14.987733+00', 'sekisho/none/1
4
SgO6BeqFX4u7jpGiM8Vxq5atbq/Qi4+UYgoBMGMWlt8=
sealed 2026-11-21T13:05:14.987733Z

— sekisho/none/1 J1ZlhDBFAiEAxTIWn1Zeow7i9Ap/2L6Wp9KzOB3Z4hnBsI4GdBX+EZUCIGWvA+uQP4gOo6g+7xXzB1/6B3IW+hnTtdJgVqxUhiif
— sekisho/none/1 C4LlWuacZRqDOlNoDvQoISZ2qFkJyWK7f6YUJSexctwYW9NIVCWx0mRiKNMZrdA4h8ciWO4eJHXJYbiCLucm5tBrjAA=
'),
	(5, 'sekisho/none/1', '\xfdc64a41724acba86da0090624ee7ea672048805f4a509650b90c2949310535d', '\x4a03ba05ea855f8bbb8e91a233c571ab96ad6eafd08b8f94620a0130631696df2d42908ea4790f437971c6de0903e6b76152f16fa5388d6335b1ccb0a0ecb6cd', '2026-11-21 13:05:19.566999+00', 'sekisho/none/1
5
/cZKQXJKy6htoAkGJO5+pnIEiAX0pQllC5DClJMQU10=
sealed 2026-11-21T13:05:19.566999Z

— sekisho/none/1 J1ZlhDBEAiBqKV/0hPSp0xsp7PTI1JURiQN4Z05B2gqwIYAkveQpGwIgC86gwrqteo+zQzxRES8LmfWzsVb92uQbQzr6II2m054=
— sekisho/none/1 C4LlWkzendyMkJCZjX2JHDkpXHCzUbtqgs65F1mec6pm50MSnX2y3ofJTWQXTfxTLqpz6aTLOrk7thLpFvn5DVYo9w4=
'),
	(6, 'sekisho/none/1', '\xd80e7ca0b4a590b8842aaab44df7a8b54d1795f3209daf5c74f4b469743d6703', '\x4a03ba05ea855f8bbb8e91a233c571ab96ad6eafd08b8f94620a0130631696df09180cace7f9812f68a8ef59d82e458acf50e05ef132ab3e92c048aa8123e409', '2026-11-21 13:05:19.999633+00', 'sekisho/none/1
6
2A58oLSlkLiEKqq0TfeotU0XlfMgna9cdPS0aXQ9ZwM=
sealed 2026-11-21T13:05:19.999633Z

— sekisho/none/1 J1ZlhDBEAiA1CmUX14YgMMoBNDLdlXunsKy+QXzyaHW1yknUVguDwgIgRg2s3SN4ko/84BzScPZ7l0p+MqXLab8wuqKZnJSZNsU=
— sekisho/none/1 C4LlWrQ+tBiWMhgGDcdmeWvKNThb7hR5CYznnHkaKJORKP1xwY/v1xJYXtSyTdAI/tHyXEgHe60gsq7RqVMkmWqUfQM=
'),
	(8, 'sekisho/none/1', '\x5fd54a01b455958d313d48198d1c3ba6a018cc7af9ce86ee943818f8462cd2f6', '\x5fd54a01b455958d313d48198d1c3ba6a018cc7af9ce86ee943818f8462cd2f6', '2026-11-21 13:05:21.452991+00', 'sekisho/none/1
8
X9VKAbRVlY0xPUgZjRw7pqAYzHr5zobulDgY+EYs0vY=
sealed 2026-11-21T13:05:21.452991Z

— sekisho/none/1 J1ZlhDBGAiEA98wpl+1FTYVMgV74S7BQaoJuzbAFWtnPZRJi5E7gccACIQDwO8tm8XvkQf7rFeBdHIEP88/g1h5aA9Io4heIqvzfLg==
— sekisho/none/1 C4LlWvAXKlv7LzxBKiLyaCmyEo1hNQt635xryO6gHLMak2XdW9xu+YrZnAr+O7bD10K2V61kmDn2ymGyijVvoQMc4ws=
'),
	(11, 'sekisho/none/1', '\xa554b6e0a209c78fd15c0b50e3e1f0885272b37c4fd59f1659b50c1475a5ce55', '\x5fd54a01b455958d313d48198d1c3ba6a018cc7af9ce86ee943818f8462cd2f6579d6533f5cf73bd9e9220dc522a5294ee935667b82793163addabec18c5afaa45001f8e24d8216c93cad85e559fa434a68d1f4e4440b22bf252810bb1c60515', '2026-11-21 13:05:25.216714+00', 'sekisho/none/1
11
pVS24KIJx4/RXAtQ4+HwiFJys3xP1Z8WWbUMFHWlzlU=
sealed 2026-11-21T13:05:25.216714Z

— sekisho/none/1 J1ZlhDBGAiEAvv3M4vzkuvOatpnSB5kAMJvD4k0pMId/crj7tayUI1wCIQDBeSn/4wiw+y9VBj3RXXOZJFe4kPT8TtrM3FG0xwhY0w==
— sekisho/none/1 C4LlWhuoH3iZgomHeYyouT+y5G0xUmqbaRnZq9f0DUC4fyctQlPm2vRybDql75J6voD2mlYtqtt/F5w7Xf7WgHDKPQ4=
'),
	(14, 'sekisho/none/1', '\xfacfbf7b6a9949a8ccea3af73e6cc9702fc823032438e8c29dd9531f0d2dafcf', '\x5fd54a01b455958d313d48198d1c3ba6a018cc7af9ce86ee943818f8462cd2f632f843211f3e06c758a79f8a9427b397607a647a07fe9b09942a99bae0dd340c631bc5273b4bc11fda22c9070af18d85135fda9f1c2f7d6d091f7dba74c54505', '2026-11-21 13:05:26.427466+00', 'sekisho/none/1
14
+s+/e2qZSajM6jr3PmzJcC/IIwMkOOjCndlTHw0tr88=
sealed 2026-11-21T13:05:26.427466Z

— sekisho/none/1 J1ZlhDBDAiBewmPwEM3gzzDOtHPowXzJ9mKhFqyw4DBgHeh92kJlJAIfMAG1J9un3ZWiKqbBvVDw4/JlyGFMhdfYjcoyiW9RSQ==
— sekisho/none/1 C4LlWpOZwTS7o8jfvhBBefx0nXUAgXa5VR0NC/+N0WEVFROfemETWPuNyrAVeGCVReKhJRV3ePZTmvFVDzpRSI3JWws=
'),
	(16, 'sekisho/none/1', '\x736c6d3f96179004fdf4219918be825e4f9027932af6be92e63483e76a698e4c', '\x736c6d3f96179004fdf4219918be825e4f9027932af6be92e63483e76a698e4c', '2026-11-21 13:10:26.824829+00', 'sekisho/none/1
16
c2xtP5YXkAT99CGZGL6CXk+QJ5Mq9r6S5jSD52ppjkw=
sealed 2026-11-21T13:10:26.824829Z

— sekisho/none/1 J1ZlhDBGAiEA9/BUpb9DKVbd1n67q3jOCf3vhCylG4CwYXRRQLRU0PQCIQCgHiMI1V1ESPheQVWLiwtsw/HG76ipCjocxIBRTc1yGA==
— sekisho/none/1 C4LlWvwYkaPEZ3yf4xFiFSXi8Wy7cgpo7oi2wfPYdVvLw3Oo0JLW0UDYr1jbmkGryfgQONRKrLpoinmbQC5DTdSnAQk=
'),
	(19, 'sekisho/none/1', '\xf205673b778f28ceb306d1d4dfd517f77e2c09232a76a5a0470c3d879352c557', '\x736c6d3f96179004fdf4219918be825e4f9027932af6be92e63483e76a698e4cdf1be16c03cb57c21b9e6f9a98a015d402ed4487549841aaa97fa505c074a51c45ab5fd6f803308c402774bbb9559a825391b77a6404aa5059618873b1d99704', '2026-11-21 13:10:29.027328+00', 'sekisho/none/1
19
8gVnO3ePKM6zBtHU39UX934sCSMqdqWgRww9h5NSxVc=
sealed 2026-11-21T13:10:29.027328Z

— sekisho/none/1 J1ZlhDBGAiEA1FXjSTCGz6bJgjaRfR1anxxX3//b7Cm1UD/IoFQjt/kCIQDjmM03/FlwKPDniGRgnxWb5c7EBE6Q7ce/qu9fupc7iA==
— sekisho/none/1 C4LlWi5+gtVAczzcCUEd2+RzhWyJOkdtNf8bfSfFXscWFfEzVnUCbVLzoqWKad9FbaavKXxRchavup76+xFx5LBQuAk=
'),
	(22, 'sekisho/none/1', '\x52a40360e2ed6d10b74125bdc184e4568f0554774499707afec8a2cb77d6763c', '\x736c6d3f96179004fdf4219918be825e4f9027932af6be92e63483e76a698e4ca1c12d01d10ca224add7cfbaa07d2d3625684121d50747bd00a203eb5c4bffedba0fb5de0576dff5d9297d5c52be4def43dd7885d30616a1bf9bcc1b07fcbe14', '2026-11-21 13:10:29.397379+00', 'sekisho/none/1
22
UqQDYOLtbRC3QSW9wYTkVo8FVHdEmXB6/siiy3fWdjw=
sealed 2026-11-21T13:10:29.397379Z

— sekisho/none/1 J1ZlhDBFAiBQ51tuThf2jnF6zTbew2S/w4uCLTn3Qt8DuFkbZErl+wIhAJlONkeYeHKtg5Q0QRqnDd9W1oaUtgjf16/W/BmKpUC0
— sekisho/none/1 C4LlWt3qcs2nT8JpEEjxhESvHClibGGPmCm22RJOOyYPFk+A8isdTZg7ZyKmBvBxhuhyyjhD1IcTdYJFiUyBGkvn5wI=
');

INSERT INTO platform.consumer VALUES
	('policy.conformity', 22, '2026-11-21 13:10:29.425531+00');

INSERT INTO platform.hold VALUES
	('abf7be60-848d-7924-69fa-64bcdff935c0', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d.2765bc289ab86d623ee260dceae58b6776e71b50c9192cc06b4f0684cd18c37a', '2027-02-19', '2026-11-21 13:05:20.297741+00'),
	('548424e7-0c5e-d702-9af3-1e0d9e10d1ec', '3278d867-6af7-f1ea-db15-f521a1c327e6.483d1e1774120cfb0954502f3a80695331c073a056d10343978824d90d532795', '2027-02-19', '2026-11-21 13:05:23.911378+00'),
	('c56aa66d-cd45-e0e9-7727-c46f0b223631', '3278d867-6af7-f1ea-db15-f521a1c327e6.ab689e85630d78b131e3245891c70c1fe5fede4b395cef761526e1483fef9c43', '2027-02-19', '2026-11-21 13:05:23.911378+00'),
	('50734745-0fad-f8ba-d39f-1b89d68f76a4', '3278d867-6af7-f1ea-db15-f521a1c327e6.c459a5c86e744d0a053f8f005ca88cddea9dc89952371d8c4b5560304abf466d', '2027-02-19', '2026-11-21 13:05:23.911378+00'),
	('ad3f0bb3-66c9-8fe9-947b-581a54e08a21', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d.d28fcd2e5fd3b0d8a4c5aaa1290a7908dcaadbc961a68a231f1e75bad09d98dd', '2027-02-19', '2026-11-21 13:10:26.607522+00'),
	('ffa6a26e-4167-fd1f-0212-e6bc376b881b', '3278d867-6af7-f1ea-db15-f521a1c327e6.a03f96eae262602ac6eb9e1e3ae1563cf6d5af9097db6be527d90d7d326664a9', '2027-02-19', '2026-11-21 13:10:28.598253+00'),
	('3a22530e-5be2-8316-84c6-3de7e974591d', '3278d867-6af7-f1ea-db15-f521a1c327e6.3419f170c34174e2d17cd509e59dd179a3b9d33593d7ae290245e0bf08308d9e', '2027-02-19', '2026-11-21 13:10:28.598253+00'),
	('e2004793-b002-33ed-ad21-b438fb8abb0d', '3278d867-6af7-f1ea-db15-f521a1c327e6.dff06f91c7a86ac30e3180d6c215608394e9bb86fcf483e9a0ac619abfe693fb', '2027-02-19', '2026-11-21 13:10:28.598253+00');

INSERT INTO platform.job VALUES
	('23119690-828e-8280-8f81-7fdaa7f26728', 'gate.process', '{"id": "M-928HQZGZSF247BBE"}', 'done', 1, '2026-11-21 13:05:29.941006+00', NULL, NULL, NULL, '2026-11-21 13:05:20.297741+00', '2026-11-21 13:05:24.941006+00'),
	('7b4780cd-d5ba-47d6-43cd-f41cc7f14811', 'gate.deliver', '{"id": "32326955-5a18-a6f8-8aa3-2b6b8a9fe04a"}', 'done', 1, '2026-11-21 13:05:31.385287+00', NULL, NULL, NULL, '2026-11-21 13:05:23.911378+00', '2026-11-21 13:05:26.385287+00'),
	('766f9be4-bd7a-9694-e4ae-ef160a41dd92', 'gate.process', '{"id": "M-RHC42DQKZWBRU7UP"}', 'done', 1, '2026-11-21 13:10:33.845108+00', NULL, NULL, NULL, '2026-11-21 13:10:26.607522+00', '2026-11-21 13:10:28.845108+00'),
	('2d4c171a-61d5-3145-094b-df946461af9d', 'gate.deliver', '{"id": "0589a1d1-a07c-d834-9061-85ce6536b0bb"}', 'done', 1, '2026-11-21 13:10:34.180844+00', NULL, NULL, NULL, '2026-11-21 13:10:28.598253+00', '2026-11-21 13:10:29.180844+00');

INSERT INTO platform.leaf_202611 VALUES
	(0, 'b71da7e1-52cd-e1bf-5fe3-3970d7b8ffd6', '2026-11-21 13:05:10.775072+00', '\xaf7075739294970e46a231ab6522943e5040794b5c7365a06efe7942002cf284'),
	(1, '47674992-2a16-0f01-f0c0-35fdc44be78b', '2026-11-21 13:05:12.351083+00', '\x41182b30fa70d25ea84165246b55bde5afc3cf129262b1118f5d37c234806be9'),
	(2, '61b21baf-7d5f-0ce2-9faf-76f304a08304', '2026-11-21 13:05:12.351083+00', '\xd86666cd11d202aadf9d5611aac903969fc02b3f20a1d18a0c9bb408db156a95'),
	(3, '7272d64d-493d-0972-a2b5-9a7d98fee3b3', '2026-11-21 13:05:14.814852+00', '\x7c3b2592ab22211696bd1d7a3b76aa89bd28f6888902497fb8157f500fd57d12'),
	(4, '00110deb-2a91-3efb-2329-15c28cf6ad91', '2026-11-21 13:05:12.267755+00', '\x2d42908ea4790f437971c6de0903e6b76152f16fa5388d6335b1ccb0a0ecb6cd'),
	(5, '4c72bcf6-2e19-039e-eefe-3779a2247052', '2026-11-21 13:05:17.906254+00', '\x9595a8e5b2e949fd9254ef42e5502514d3351b69367abda91d30ddab403cdfb9'),
	(6, '688fad59-7746-f7b1-5217-ec0b2c579328', '2026-11-21 13:05:20.297741+00', '\x2740df242ba423b0bdf3354a8545577bec473b239de427a96d729179a2d09ebc'),
	(7, 'a1ae8c06-3e04-8f70-5e43-2956b7b0dbdf', '2026-11-21 13:05:20.297741+00', '\xabb8eb3f160f6e64768bdb003fcb566c8d4338ca81cf9b4efd73d4027177e510'),
	(8, 'fceaec84-d3dc-13c8-1384-ce2fa0053cc2', '2026-11-21 13:05:23.911378+00', '\x35c5a37265ce2a237002fbfca1937e58750c0b5589a8aba5d5774cd823aec54f'),
	(9, '941677f5-9f46-029f-7cb4-23a955175176', '2026-11-21 13:05:23.911378+00', '\xc71e64d0323ae89e46815af7438434b29da8c5925b559276619fc9a42c9b3d40'),
	(10, '4f8bec5c-7eea-309f-6fe4-dae3582e0d1a', '2026-11-21 13:05:23.911378+00', '\x45001f8e24d8216c93cad85e559fa434a68d1f4e4440b22bf252810bb1c60515'),
	(11, '6c986528-85b5-2584-4343-5f722dab4c68', '2026-11-21 13:05:26.105986+00', '\xc0d3eeabba3509292799483acc3c233222e592d4e75c856bb61c111909d41904'),
	(12, '5b835d28-703a-f437-f077-0fed056098de', '2026-11-21 13:05:26.106369+00', '\x6a081b711dbd2607ad420aed68ebd147e3756e191a0ef3baa1323a9c265ad767'),
	(13, 'f1bbdf16-5c12-a5ba-3497-c732e2d98cff', '2026-11-21 13:05:26.106369+00', '\x7084e2bdce106029566d71427808ac04b1c16d17c0e6077bc2b056658bd57024'),
	(14, '4c667f95-1b5c-76d0-1516-7ad28aa75103', '2026-11-21 13:10:26.607522+00', '\x5027b8cfb5fd1ab401a9542ebfe9665c7854e52d16d103a2b2ecec98d998ea46'),
	(15, 'cf9a1b0f-fc53-b0f6-7abc-75e7a486b904', '2026-11-21 13:10:26.607522+00', '\x6d125fa9084536e20544536633eba8288cc13269f58c7cbae096940eab739844'),
	(16, 'c8ce60e7-4bc5-bb20-6869-eeea4c09eee4', '2026-11-21 13:10:28.598253+00', '\x1116cf0ad219309fd3bb06143f1b27ea163eaa45d7cae93af378713ae489c20c'),
	(17, '6b73ae88-4608-9c79-28e7-d848cf82e610', '2026-11-21 13:10:28.598253+00', '\x5bca1d81073243ff5070957b1d414abcedd6704ed83df371eae0b53fbbcb533f'),
	(18, '8ef79a25-e6c4-d7bd-3957-fe80e5c76013', '2026-11-21 13:10:28.598253+00', '\x45ab5fd6f803308c402774bbb9559a825391b77a6404aa5059618873b1d99704'),
	(19, 'af4a9fc5-1ec5-4be3-56cf-ec808288cf3d', '2026-11-21 13:10:29.095411+00', '\xc0b4bc1cb3fae0766616752f502217e9b4fc4fb1811bc0bc644f88deb33a11f7'),
	(20, '41793932-3ebb-2202-7510-bf89a92f1d68', '2026-11-21 13:10:29.09566+00', '\x9f9193436db5860ccc5f4439c32f679b12e6c50e49220b81302702713a912663'),
	(21, '2b9be23a-3f20-cd99-acf2-ad5050c55801', '2026-11-21 13:10:29.09566+00', '\x204bc29f271890a02286c9d5380ea2c16171efd8ab79474f966505de731066dd');

INSERT INTO platform.migration VALUES
	(1, 'ledger', '14cef787544e8d05998a13c96b041953dd94fd6a9e55cf1a2fb515e5b17e7414', '2026-11-21 13:05:03.511509+00'),
	(2, 'ground', 'f58f887c7a59afd3a39edb316d87547079ddee3b0e6e52b46ac0b4229bbe5be0', '2026-11-21 13:05:03.780971+00'),
	(3, 'content', 'a0e75e30c877265f53469320c41a33b2428ca04b6d26b1e6133d857e6c9ab6d1', '2026-11-21 13:05:03.992236+00'),
	(4, 'approvals_duties', '69771494637f901b689498ea6a6fce7e5dc3b18e18470d2b78de804abce19321', '2026-11-21 13:05:04.335284+00'),
	(5, 'unsealed_order', '45332dc3354c9bf3ebac17b537b34dcd7247cc4d3935f3c9d787dd7eea018b93', '2026-11-21 13:05:04.386454+00');

INSERT INTO platform.object VALUES
	('0674b2b4-ea44-f5fc-f9d6-4e433ded592d.2765bc289ab86d623ee260dceae58b6776e71b50c9192cc06b4f0684cd18c37a', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d', 454, '2026-11-21 13:05:20.297741+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.483d1e1774120cfb0954502f3a80695331c073a056d10343978824d90d532795', '3278d867-6af7-f1ea-db15-f521a1c327e6', 1051, '2026-11-21 13:05:23.911378+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.ab689e85630d78b131e3245891c70c1fe5fede4b395cef761526e1483fef9c43', '3278d867-6af7-f1ea-db15-f521a1c327e6', 103, '2026-11-21 13:05:23.911378+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.c459a5c86e744d0a053f8f005ca88cddea9dc89952371d8c4b5560304abf466d', '3278d867-6af7-f1ea-db15-f521a1c327e6', 474, '2026-11-21 13:05:23.911378+00', NULL),
	('0674b2b4-ea44-f5fc-f9d6-4e433ded592d.d28fcd2e5fd3b0d8a4c5aaa1290a7908dcaadbc961a68a231f1e75bad09d98dd', '0674b2b4-ea44-f5fc-f9d6-4e433ded592d', 454, '2026-11-21 13:10:26.607522+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.a03f96eae262602ac6eb9e1e3ae1563cf6d5af9097db6be527d90d7d326664a9', '3278d867-6af7-f1ea-db15-f521a1c327e6', 1051, '2026-11-21 13:10:28.598253+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.3419f170c34174e2d17cd509e59dd179a3b9d33593d7ae290245e0bf08308d9e', '3278d867-6af7-f1ea-db15-f521a1c327e6', 103, '2026-11-21 13:10:28.598253+00', NULL),
	('3278d867-6af7-f1ea-db15-f521a1c327e6.dff06f91c7a86ac30e3180d6c215608394e9bb86fcf483e9a0ac619abfe693fb', '3278d867-6af7-f1ea-db15-f521a1c327e6', 474, '2026-11-21 13:10:28.598253+00', NULL);

INSERT INTO platform.record_202611 VALUES
	('b71da7e1-52cd-e1bf-5fe3-3970d7b8ffd6', '2026-11-21 13:05:10.775072+00', '382ecd14-e093-b118-e33f-021d1664deda', 0, 'platform.key.escrowed', false, '\x7b226163746f72223a22736572766963653a7374617274222c22636f6d6d616e64223a2233383265636431342d653039332d623131382d653333662d303231643136363464656461222c2266616374223a302c226964223a2262373164613765312d353263642d653162662d356665332d333937306437623866666436222c226e616d65223a22706c6174666f726d2e6b65792e657363726f776564222c226f63637572726564223a22323032362d31312d32315431333a30353a31302e3737353037325a222c226f7264696e616c223a302c227061796c6f6164223a7b7d2c227265636f72646564223a22323032362d31312d32315431333a30353a31302e3737353037325a222c22736f75726365223a22706c6174666f726d2e6b65792e657363726f77222c2274617267657473223a5b5d2c2276223a317d', '{"v": 1, "id": "b71da7e1-52cd-e1bf-5fe3-3970d7b8ffd6", "fact": 0, "name": "platform.key.escrowed", "actor": "service:start", "source": "platform.key.escrow", "command": "382ecd14-e093-b118-e33f-021d1664deda", "ordinal": 0, "payload": {}, "targets": [], "occurred": "2026-11-21T13:05:10.775072Z", "recorded": "2026-11-21T13:05:10.775072Z"}'),
	('47674992-2a16-0f01-f0c0-35fdc44be78b', '2026-11-21 13:05:12.351083+00', '37602890-6fd8-f321-4bf0-52926a50cb28', 0, 'idp.password.policy.enforced', true, '\x7b226163746f72223a22736572766963653a616363657373222c22636f6d6d616e64223a2233373630323839302d366664382d663332312d346266302d353239323661353063623238222c2266616374223a312c226964223a2234373637343939322d326131362d306630312d663063302d333566646334346265373862222c226e616d65223a226964702e70617373776f72642e706f6c6963792e656e666f72636564222c226f63637572726564223a22323032362d31312d32315431333a30353a31322e3335313038335a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a31322e3335313038335a222c22626c6f636b6c697374223a312c22656e666f72636564223a312c22686973746f7279223a332c226d696e5f6c656e677468223a31322c2273797374656d5f6964223a2273656b6973686f2d7369676e696e227d2c227265636f72646564223a22323032362d31312d32315431333a30353a31322e3335313038335a222c22736f75726365223a226163636573732e706f6c6963792e70726f6265222c2274617267657473223a5b2273797374656d3a73656b6973686f2d7369676e696e225d2c2276223a317d', '{"v": 1, "id": "47674992-2a16-0f01-f0c0-35fdc44be78b", "fact": 1, "name": "idp.password.policy.enforced", "actor": "service:access", "source": "access.policy.probe", "command": "37602890-6fd8-f321-4bf0-52926a50cb28", "ordinal": 0, "payload": {"at": "2026-11-21T13:05:12.351083Z", "history": 3, "enforced": 1, "blocklist": 1, "system_id": "sekisho-signin", "min_length": 12}, "targets": ["system:sekisho-signin"], "occurred": "2026-11-21T13:05:12.351083Z", "recorded": "2026-11-21T13:05:12.351083Z"}'),
	('61b21baf-7d5f-0ce2-9faf-76f304a08304', '2026-11-21 13:05:12.351083+00', '37602890-6fd8-f321-4bf0-52926a50cb28', 1, 'idp.mfa.enforced', true, '\x7b226163746f72223a22736572766963653a616363657373222c22636f6d6d616e64223a2233373630323839302d366664382d663332312d346266302d353239323661353063623238222c2266616374223a312c226964223a2236316232316261662d376435662d306365322d396661662d373666333034613038333034222c226e616d65223a226964702e6d66612e656e666f72636564222c226f63637572726564223a22323032362d31312d32315431333a30353a31322e3335313038335a222c226f7264696e616c223a312c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a31322e3335313038335a222c22656e666f72636564223a312c226578656d70745f636f756e74223a302c22706f6c6963795f6964223a2273656b6973686f2d7369676e696e2d706f6c696379222c2272657175697265645f666163746f7273223a322c2273636f7065223a22616c6c222c2273797374656d5f6964223a2273656b6973686f2d7369676e696e227d2c227265636f72646564223a22323032362d31312d32315431333a30353a31322e3335313038335a222c22736f75726365223a226163636573732e706f6c6963792e70726f6265222c2274617267657473223a5b2273797374656d3a73656b6973686f2d7369676e696e225d2c2276223a317d', '{"v": 1, "id": "61b21baf-7d5f-0ce2-9faf-76f304a08304", "fact": 1, "name": "idp.mfa.enforced", "actor": "service:access", "source": "access.policy.probe", "command": "37602890-6fd8-f321-4bf0-52926a50cb28", "ordinal": 1, "payload": {"at": "2026-11-21T13:05:12.351083Z", "scope": "all", "enforced": 1, "policy_id": "sekisho-signin-policy", "system_id": "sekisho-signin", "exempt_count": 0, "required_factors": 2}, "targets": ["system:sekisho-signin"], "occurred": "2026-11-21T13:05:12.351083Z", "recorded": "2026-11-21T13:05:12.351083Z"}'),
	('7272d64d-493d-0972-a2b5-9a7d98fee3b3', '2026-11-21 13:05:14.814852+00', 'c0922d19-5e5c-9cd4-4d92-96dd29b14ab5', 0, 'access.setup.offered', false, '\x7b226163746f72223a22736572766963653a616363657373222c22636f6d6d616e64223a2263303932326431392d356535632d396364342d346439322d393664643239623134616235222c2266616374223a302c226964223a2237323732643634642d343933642d303937322d613262352d396137643938666565336233222c226e616d65223a226163636573732e73657475702e6f666665726564222c226f63637572726564223a22323032362d31312d32315431333a30353a31342e3831343835325a222c226f7264696e616c223a302c227061796c6f6164223a7b7d2c227265636f72646564223a22323032362d31312d32315431333a30353a31342e3831343835325a222c22736f75726365223a226163636573732e73657475702e6f66666572222c2274617267657473223a5b5d2c2276223a317d', '{"v": 1, "id": "7272d64d-493d-0972-a2b5-9a7d98fee3b3", "fact": 0, "name": "access.setup.offered", "actor": "service:access", "source": "access.setup.offer", "command": "c0922d19-5e5c-9cd4-4d92-96dd29b14ab5", "ordinal": 0, "payload": {}, "targets": [], "occurred": "2026-11-21T13:05:14.814852Z", "recorded": "2026-11-21T13:05:14.814852Z"}'),
	('00110deb-2a91-3efb-2329-15c28cf6ad91', '2026-11-21 13:05:12.267755+00', '6bbed88f-b7c1-cc69-d064-8f49101392ff', 0, 'organisation.day.checked', false, '\x7b226163746f72223a22736572766963653a6f7267616e69736174696f6e2e6461696c79222c22636f6d6d616e64223a2236626265643838662d623763312d636336392d643036342d386634393130313339326666222c2266616374223a302c226964223a2230303131306465622d326139312d336566622d323332392d313563323863663661643931222c226e616d65223a226f7267616e69736174696f6e2e6461792e636865636b6564222c226f63637572726564223a22323032362d31312d32315431333a30353a31322e3236373735355a222c226f7264696e616c223a302c227061796c6f6164223a7b22646179223a22323032362d31312d3231227d2c227265636f72646564223a22323032362d31312d32315431333a30353a31322e3236373735355a222c22736f75726365223a226f7267616e69736174696f6e2e636865636b2d646179222c2274617267657473223a5b22636974793a63697479225d2c2276223a317d', '{"v": 1, "id": "00110deb-2a91-3efb-2329-15c28cf6ad91", "fact": 0, "name": "organisation.day.checked", "actor": "service:organisation.daily", "source": "organisation.check-day", "command": "6bbed88f-b7c1-cc69-d064-8f49101392ff", "ordinal": 0, "payload": {"day": "2026-11-21"}, "targets": ["city:city"], "occurred": "2026-11-21T13:05:12.267755Z", "recorded": "2026-11-21T13:05:12.267755Z"}'),
	('4c72bcf6-2e19-039e-eefe-3779a2247052', '2026-11-21 13:05:17.906254+00', '8d81b29a-89f0-5391-b2ed-0fc2d1b7d3d2', 0, 'security_function.registered', true, '\x7b226163746f72223a22736572766963653a77617463682e70726f6265222c22636f6d6d616e64223a2238643831623239612d383966302d353339312d623265642d306663326431623764336432222c2266616374223a312c226964223a2234633732626366362d326531392d303339652d656566652d333737396132323437303532222c226e616d65223a2273656375726974795f66756e6374696f6e2e72656769737465726564222c226f63637572726564223a22323032362d31312d32315431333a30353a31372e3930363235345a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a31372e3930363235345a222c2266756e6374696f6e5f6964223a22676174652e6d61696c222c2266756e6374696f6e5f6b696e64223a226d61696c2d73616e69746973696e67222c226f776e223a312c2273797374656d5f6964223a2273656b6973686f2d67617465227d2c227265636f72646564223a22323032362d31312d32315431333a30353a31372e3930363235345a222c22736f75726365223a2277617463682e66756e6374696f6e2e7265676973746572222c2274617267657473223a5b2273797374656d3a73656b6973686f2d67617465225d2c2276223a317d', '{"v": 1, "id": "4c72bcf6-2e19-039e-eefe-3779a2247052", "fact": 1, "name": "security_function.registered", "actor": "service:watch.probe", "source": "watch.function.register", "command": "8d81b29a-89f0-5391-b2ed-0fc2d1b7d3d2", "ordinal": 0, "payload": {"at": "2026-11-21T13:05:17.906254Z", "own": 1, "system_id": "sekisho-gate", "function_id": "gate.mail", "function_kind": "mail-sanitising"}, "targets": ["system:sekisho-gate"], "occurred": "2026-11-21T13:05:17.906254Z", "recorded": "2026-11-21T13:05:17.906254Z"}'),
	('688fad59-7746-f7b1-5217-ec0b2c579328', '2026-11-21 13:05:20.297741+00', '75867257-ed47-e905-2bb8-2f1a1663c1db', 0, 'mail.accepted', true, '\x7b226163746f72223a22736572766963653a676174652e6c697374656e6572222c22636f6d6d616e64223a2237353836373235372d656434372d653930352d326262382d326631613136363363316462222c2266616374223a312c226964223a2236383866616435392d373734362d663762312d353231372d656330623263353739333238222c226e616d65223a226d61696c2e6163636570746564222c226f63637572726564223a22323032362d31312d32315431333a30353a32302e3239373734315a222c226f7264696e616c223a302c227061796c6f6164223a7b2261636365707465645f6174223a22323032362d31312d32315431333a30353a32302e3239373734315a222c226473745f7a6f6e65223a225a5f4c4757414e222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c227372635f736861323536223a2235616362653234363237363738386335356336363766306163353130336264306533316139396635623066306538333734306136346666383262373836366231222c227372635f7a6f6e65223a225a5f494e4554227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32302e3239373734315a222c22736f75726365223a22676174652e6d61696c2e616363657074222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245222c227a6f6e655f706169723a5a5f494e45543e5a5f4c4757414e225d2c2276223a317d', '{"v": 1, "id": "688fad59-7746-f7b1-5217-ec0b2c579328", "fact": 1, "name": "mail.accepted", "actor": "service:gate.listener", "source": "gate.mail.accept", "command": "75867257-ed47-e905-2bb8-2f1a1663c1db", "ordinal": 0, "payload": {"dst_zone": "Z_LGWAN", "src_zone": "Z_INET", "message_id": "M-928HQZGZSF247BBE", "src_sha256": "5acbe246276788c55c667f0ac5103bd0e31a99f5b0f0e83740a64ff82b7866b1", "accepted_at": "2026-11-21T13:05:20.297741Z"}, "targets": ["message:M-928HQZGZSF247BBE", "zone_pair:Z_INET>Z_LGWAN"], "occurred": "2026-11-21T13:05:20.297741Z", "recorded": "2026-11-21T13:05:20.297741Z"}'),
	('a1ae8c06-3e04-8f70-5e43-2956b7b0dbdf', '2026-11-21 13:05:20.297741+00', '75867257-ed47-e905-2bb8-2f1a1663c1db', 1, 'file.original.held', true, '\x7b226163746f72223a22736572766963653a676174652e6c697374656e6572222c22636f6d6d616e64223a2237353836373235372d656434372d653930352d326262382d326631613136363363316462222c2266616374223a312c226964223a2261316165386330362d336530342d386637302d356534332d323935366237623064626466222c226e616d65223a2266696c652e6f726967696e616c2e68656c64222c226f63637572726564223a22323032362d31312d32315431333a30353a32302e3239373734315a222c226f7264696e616c223a312c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a32302e3239373734315a222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c226f626a6563745f6964223a2230363734623262342d656134342d663566632d663964362d3465343333646564353932642e32373635626332383961623836643632336565323630646365616535386236373736653731623530633931393263633036623466303638346364313863333761222c2272657461696e5f756e74696c223a22323032372d30322d3139222c22736861323536223a2235616362653234363237363738386335356336363766306163353130336264306533316139396635623066306538333734306136346666383262373836366231222c227374617465223a2268656c64227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32302e3239373734315a222c22736f75726365223a22676174652e6d61696c2e616363657074222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245225d2c2276223a317d', '{"v": 1, "id": "a1ae8c06-3e04-8f70-5e43-2956b7b0dbdf", "fact": 1, "name": "file.original.held", "actor": "service:gate.listener", "source": "gate.mail.accept", "command": "75867257-ed47-e905-2bb8-2f1a1663c1db", "ordinal": 1, "payload": {"at": "2026-11-21T13:05:20.297741Z", "state": "held", "sha256": "5acbe246276788c55c667f0ac5103bd0e31a99f5b0f0e83740a64ff82b7866b1", "object_id": "0674b2b4-ea44-f5fc-f9d6-4e433ded592d.2765bc289ab86d623ee260dceae58b6776e71b50c9192cc06b4f0684cd18c37a", "message_id": "M-928HQZGZSF247BBE", "retain_until": "2027-02-19"}, "targets": ["message:M-928HQZGZSF247BBE"], "occurred": "2026-11-21T13:05:20.297741Z", "recorded": "2026-11-21T13:05:20.297741Z"}'),
	('fceaec84-d3dc-13c8-1384-ce2fa0053cc2', '2026-11-21 13:05:23.911378+00', 'a7469fd5-df87-27fb-07c2-d424780ae671', 0, 'file.scanned', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2261373436396664352d646638372d323766622d303763322d643432343738306165363731222c2266616374223a312c226964223a2266636561656338342d643364632d313363382d313338342d636532666130303533636332222c226e616d65223a2266696c652e7363616e6e6564222c226f63637572726564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a32332e3931313337385a222c22656e67696e65223a22436c616d415620312e342e36222c2266696c655f6964223a226d61696c222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c227363616e5f726573756c74223a22436c65616e222c22736861323536223a2235616362653234363237363738386335356336363766306163353130336264306533316139396635623066306538333734306136346666383262373836366231222c227369676e61747572655f76657273696f6e223a22222c227374616765223a226f726967696e616c227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245225d2c2276223a317d', '{"v": 1, "id": "fceaec84-d3dc-13c8-1384-ce2fa0053cc2", "fact": 1, "name": "file.scanned", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "a7469fd5-df87-27fb-07c2-d424780ae671", "ordinal": 0, "payload": {"at": "2026-11-21T13:05:23.911378Z", "stage": "original", "engine": "ClamAV 1.4.6", "sha256": "5acbe246276788c55c667f0ac5103bd0e31a99f5b0f0e83740a64ff82b7866b1", "file_id": "mail", "message_id": "M-928HQZGZSF247BBE", "scan_result": "Clean", "signature_version": ""}, "targets": ["message:M-928HQZGZSF247BBE"], "occurred": "2026-11-21T13:05:23.911378Z", "recorded": "2026-11-21T13:05:23.911378Z"}'),
	('941677f5-9f46-029f-7cb4-23a955175176', '2026-11-21 13:05:23.911378+00', 'a7469fd5-df87-27fb-07c2-d424780ae671', 1, 'file.scanned', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2261373436396664352d646638372d323766622d303763322d643432343738306165363731222c2266616374223a312c226964223a2239343136373766352d396634362d303239662d376362342d323361393535313735313736222c226e616d65223a2266696c652e7363616e6e6564222c226f63637572726564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c226f7264696e616c223a312c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a32332e3931313337385a222c22656e67696e65223a22436c616d415620312e342e36222c2266696c655f6964223a226d61696c222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c227363616e5f726573756c74223a22436c65616e222c22736861323536223a2230326433633335356136656363346566393465656461373235393537343438353436666663373562643535333765383932306239313130306630613761623532222c227369676e61747572655f76657273696f6e223a22222c227374616765223a226f7574707574227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245225d2c2276223a317d', '{"v": 1, "id": "941677f5-9f46-029f-7cb4-23a955175176", "fact": 1, "name": "file.scanned", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "a7469fd5-df87-27fb-07c2-d424780ae671", "ordinal": 1, "payload": {"at": "2026-11-21T13:05:23.911378Z", "stage": "output", "engine": "ClamAV 1.4.6", "sha256": "02d3c355a6ecc4ef94eeda725957448546ffc75bd5537e8920b91100f0a7ab52", "file_id": "mail", "message_id": "M-928HQZGZSF247BBE", "scan_result": "Clean", "signature_version": ""}, "targets": ["message:M-928HQZGZSF247BBE"], "occurred": "2026-11-21T13:05:23.911378Z", "recorded": "2026-11-21T13:05:23.911378Z"}'),
	('4f8bec5c-7eea-309f-6fe4-dae3582e0d1a', '2026-11-21 13:05:23.911378+00', 'a7469fd5-df87-27fb-07c2-d424780ae671', 2, 'mail.sanitised', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2261373436396664352d646638372d323766622d303763322d643432343738306165363731222c2266616374223a312c226964223a2234663862656335632d376565612d333039662d366665342d646165333538326530643161222c226e616d65223a226d61696c2e73616e697469736564222c226f63637572726564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c226f7264696e616c223a322c227061796c6f6164223a7b22626f64795f746f5f74657874223a312c226475726174696f6e5f6d73223a313332322c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c226f75745f736861323536223a2230326433633335356136656363346566393465656461373235393537343438353436666663373562643535333765383932306239313130306630613761623532222c226f7574636f6d65223a22436c65616e6564222c2270617274735f72656d6f766564223a2230222c227372635f736861323536223a2235616362653234363237363738386335356336363766306163353130336264306533316139396635623066306538333734306136346666383262373836366231227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32332e3931313337385a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245225d2c2276223a317d', '{"v": 1, "id": "4f8bec5c-7eea-309f-6fe4-dae3582e0d1a", "fact": 1, "name": "mail.sanitised", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "a7469fd5-df87-27fb-07c2-d424780ae671", "ordinal": 2, "payload": {"outcome": "Cleaned", "message_id": "M-928HQZGZSF247BBE", "out_sha256": "02d3c355a6ecc4ef94eeda725957448546ffc75bd5537e8920b91100f0a7ab52", "src_sha256": "5acbe246276788c55c667f0ac5103bd0e31a99f5b0f0e83740a64ff82b7866b1", "duration_ms": 1322, "body_to_text": 1, "parts_removed": "0"}, "targets": ["message:M-928HQZGZSF247BBE"], "occurred": "2026-11-21T13:05:23.911378Z", "recorded": "2026-11-21T13:05:23.911378Z"}'),
	('6c986528-85b5-2584-4343-5f722dab4c68', '2026-11-21 13:05:26.105986+00', '58edb2ce-5e7f-a4b4-04e0-e3f15a48276b', 0, 'security_function.checked', true, '\x7b226163746f72223a22736572766963653a77617463682e70726f6265222c22636f6d6d616e64223a2235386564623263652d356537662d613462342d303465302d653366313561343832373662222c2266616374223a312c226964223a2236633938363532382d383562352d323538342d343334332d356637323264616234633638222c226e616d65223a2273656375726974795f66756e6374696f6e2e636865636b6564222c226f63637572726564223a22323032362d31312d32315431333a30353a32362e3130353938365a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a30353a32362e3130353938365a222c2266756e6374696f6e5f6964223a22676174652e6d61696c222c22726573756c74223a22706173736564222c2273797374656d5f6964223a2273656b6973686f2d67617465227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32362e3130353938365a222c22736f75726365223a2277617463682e70726f62652e6d61696c222c2274617267657473223a5b2273797374656d3a73656b6973686f2d67617465225d2c2276223a317d', '{"v": 1, "id": "6c986528-85b5-2584-4343-5f722dab4c68", "fact": 1, "name": "security_function.checked", "actor": "service:watch.probe", "source": "watch.probe.mail", "command": "58edb2ce-5e7f-a4b4-04e0-e3f15a48276b", "ordinal": 0, "payload": {"at": "2026-11-21T13:05:26.105986Z", "result": "passed", "system_id": "sekisho-gate", "function_id": "gate.mail"}, "targets": ["system:sekisho-gate"], "occurred": "2026-11-21T13:05:26.105986Z", "recorded": "2026-11-21T13:05:26.105986Z"}'),
	('5b835d28-703a-f437-f077-0fed056098de', '2026-11-21 13:05:26.106369+00', '55dba28f-3f92-f863-3531-4d9bb14a74cd', 0, 'gate.delivery.delivered', false, '\x7b226163746f72223a22736572766963653a676174652e73656e646572222c22636f6d6d616e64223a2235356462613238662d336639322d663836332d333533312d346439626231346137346364222c2266616374223a302c226964223a2235623833356432382d373033612d663433372d663037372d306665643035363039386465222c226e616d65223a22676174652e64656c69766572792e64656c697665726564222c226f63637572726564223a22323032362d31312d32315431333a30353a32362e3130363336395a222c226f7264696e616c223a302c227061796c6f6164223a7b22617474656d7074223a312c2264656c69766572795f6964223a2233323332363935352d356131382d613666382d386161332d326236623861396665303461222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c22706f737369626c655f6475706c696361746573223a307d2c227265636f72646564223a22323032362d31312d32315431333a30353a32362e3130363336395a222c22736f75726365223a22676174652e6d61696c2e64656c69766572222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245225d2c2276223a317d', '{"v": 1, "id": "5b835d28-703a-f437-f077-0fed056098de", "fact": 0, "name": "gate.delivery.delivered", "actor": "service:gate.sender", "source": "gate.mail.deliver", "command": "55dba28f-3f92-f863-3531-4d9bb14a74cd", "ordinal": 0, "payload": {"attempt": 1, "message_id": "M-928HQZGZSF247BBE", "delivery_id": "32326955-5a18-a6f8-8aa3-2b6b8a9fe04a", "possible_duplicates": 0}, "targets": ["message:M-928HQZGZSF247BBE"], "occurred": "2026-11-21T13:05:26.106369Z", "recorded": "2026-11-21T13:05:26.106369Z"}'),
	('f1bbdf16-5c12-a5ba-3497-c732e2d98cff', '2026-11-21 13:05:26.106369+00', '55dba28f-3f92-f863-3531-4d9bb14a74cd', 1, 'mail.released', true, '\x7b226163746f72223a22736572766963653a676174652e73656e646572222c22636f6d6d616e64223a2235356462613238662d336639322d663836332d333533312d346439626231346137346364222c2266616374223a312c226964223a2266316262646631362d356331322d613562612d333439372d633733326532643938636666222c226e616d65223a226d61696c2e72656c6561736564222c226f63637572726564223a22323032362d31312d32315431333a30353a32362e3130363336395a222c226f7264696e616c223a312c227061796c6f6164223a7b22617070726f76616c5f7265717569726564223a302c226174223a22323032362d31312d32315431333a30353a32362e3130363336395a222c226279706173736564223a302c226473745f7a6f6e65223a225a5f4c4757414e222c226d6573736167655f6964223a224d2d39323848515a475a5346323437424245222c226f75745f736861323536223a2230326433633335356136656363346566393465656461373235393537343438353436666663373562643535333765383932306239313130306630613761623532222c22706172745f73686132353673223a5b5d2c227372635f7a6f6e65223a225a5f494e4554227d2c227265636f72646564223a22323032362d31312d32315431333a30353a32362e3130363336395a222c22736f75726365223a22676174652e6d61696c2e64656c69766572222c2274617267657473223a5b226d6573736167653a4d2d39323848515a475a5346323437424245222c227a6f6e655f706169723a5a5f494e45543e5a5f4c4757414e225d2c2276223a317d', '{"v": 1, "id": "f1bbdf16-5c12-a5ba-3497-c732e2d98cff", "fact": 1, "name": "mail.released", "actor": "service:gate.sender", "source": "gate.mail.deliver", "command": "55dba28f-3f92-f863-3531-4d9bb14a74cd", "ordinal": 1, "payload": {"at": "2026-11-21T13:05:26.106369Z", "bypassed": 0, "dst_zone": "Z_LGWAN", "src_zone": "Z_INET", "message_id": "M-928HQZGZSF247BBE", "out_sha256": "02d3c355a6ecc4ef94eeda725957448546ffc75bd5537e8920b91100f0a7ab52", "part_sha256s": [], "approval_required": 0}, "targets": ["message:M-928HQZGZSF247BBE", "zone_pair:Z_INET>Z_LGWAN"], "occurred": "2026-11-21T13:05:26.106369Z", "recorded": "2026-11-21T13:05:26.106369Z"}'),
	('4c667f95-1b5c-76d0-1516-7ad28aa75103', '2026-11-21 13:10:26.607522+00', 'cca0cdf8-b2ac-99bf-50c9-00b831cb753b', 0, 'mail.accepted', true, '\x7b226163746f72223a22736572766963653a676174652e6c697374656e6572222c22636f6d6d616e64223a2263636130636466382d623261632d393962662d353063392d303062383331636237353362222c2266616374223a312c226964223a2234633636376639352d316235632d373664302d313531362d376164323861613735313033222c226e616d65223a226d61696c2e6163636570746564222c226f63637572726564223a22323032362d31312d32315431333a31303a32362e3630373532325a222c226f7264696e616c223a302c227061796c6f6164223a7b2261636365707465645f6174223a22323032362d31312d32315431333a31303a32362e3630373532325a222c226473745f7a6f6e65223a225a5f4c4757414e222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c227372635f736861323536223a2230613763363861646637626631346161303765373862643037643865363730366633376439666433663531633331373439303233656131633530643030626266222c227372635f7a6f6e65223a225a5f494e4554227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32362e3630373532325a222c22736f75726365223a22676174652e6d61696c2e616363657074222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550222c227a6f6e655f706169723a5a5f494e45543e5a5f4c4757414e225d2c2276223a317d', '{"v": 1, "id": "4c667f95-1b5c-76d0-1516-7ad28aa75103", "fact": 1, "name": "mail.accepted", "actor": "service:gate.listener", "source": "gate.mail.accept", "command": "cca0cdf8-b2ac-99bf-50c9-00b831cb753b", "ordinal": 0, "payload": {"dst_zone": "Z_LGWAN", "src_zone": "Z_INET", "message_id": "M-RHC42DQKZWBRU7UP", "src_sha256": "0a7c68adf7bf14aa07e78bd07d8e6706f37d9fd3f51c31749023ea1c50d00bbf", "accepted_at": "2026-11-21T13:10:26.607522Z"}, "targets": ["message:M-RHC42DQKZWBRU7UP", "zone_pair:Z_INET>Z_LGWAN"], "occurred": "2026-11-21T13:10:26.607522Z", "recorded": "2026-11-21T13:10:26.607522Z"}'),
	('cf9a1b0f-fc53-b0f6-7abc-75e7a486b904', '2026-11-21 13:10:26.607522+00', 'cca0cdf8-b2ac-99bf-50c9-00b831cb753b', 1, 'file.original.held', true, '\x7b226163746f72223a22736572766963653a676174652e6c697374656e6572222c22636f6d6d616e64223a2263636130636466382d623261632d393962662d353063392d303062383331636237353362222c2266616374223a312c226964223a2263663961316230662d666335332d623066362d376162632d373565376134383662393034222c226e616d65223a2266696c652e6f726967696e616c2e68656c64222c226f63637572726564223a22323032362d31312d32315431333a31303a32362e3630373532325a222c226f7264696e616c223a312c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a31303a32362e3630373532325a222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c226f626a6563745f6964223a2230363734623262342d656134342d663566632d663964362d3465343333646564353932642e64323866636432653566643362306438613463356161613132393061373930386463616164626339363161363861323331663165373562616430396439386464222c2272657461696e5f756e74696c223a22323032372d30322d3139222c22736861323536223a2230613763363861646637626631346161303765373862643037643865363730366633376439666433663531633331373439303233656131633530643030626266222c227374617465223a2268656c64227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32362e3630373532325a222c22736f75726365223a22676174652e6d61696c2e616363657074222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550225d2c2276223a317d', '{"v": 1, "id": "cf9a1b0f-fc53-b0f6-7abc-75e7a486b904", "fact": 1, "name": "file.original.held", "actor": "service:gate.listener", "source": "gate.mail.accept", "command": "cca0cdf8-b2ac-99bf-50c9-00b831cb753b", "ordinal": 1, "payload": {"at": "2026-11-21T13:10:26.607522Z", "state": "held", "sha256": "0a7c68adf7bf14aa07e78bd07d8e6706f37d9fd3f51c31749023ea1c50d00bbf", "object_id": "0674b2b4-ea44-f5fc-f9d6-4e433ded592d.d28fcd2e5fd3b0d8a4c5aaa1290a7908dcaadbc961a68a231f1e75bad09d98dd", "message_id": "M-RHC42DQKZWBRU7UP", "retain_until": "2027-02-19"}, "targets": ["message:M-RHC42DQKZWBRU7UP"], "occurred": "2026-11-21T13:10:26.607522Z", "recorded": "2026-11-21T13:10:26.607522Z"}'),
	('c8ce60e7-4bc5-bb20-6869-eeea4c09eee4', '2026-11-21 13:10:28.598253+00', '27b1bea5-f2b1-39ab-0d49-a05a48705faf', 0, 'file.scanned', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2232376231626561352d663262312d333961622d306434392d613035613438373035666166222c2266616374223a312c226964223a2263386365363065372d346263352d626232302d363836392d656565613463303965656534222c226e616d65223a2266696c652e7363616e6e6564222c226f63637572726564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a31303a32382e3539383235335a222c22656e67696e65223a22436c616d415620312e342e36222c2266696c655f6964223a226d61696c222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c227363616e5f726573756c74223a22436c65616e222c22736861323536223a2230613763363861646637626631346161303765373862643037643865363730366633376439666433663531633331373439303233656131633530643030626266222c227369676e61747572655f76657273696f6e223a22222c227374616765223a226f726967696e616c227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550225d2c2276223a317d', '{"v": 1, "id": "c8ce60e7-4bc5-bb20-6869-eeea4c09eee4", "fact": 1, "name": "file.scanned", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "27b1bea5-f2b1-39ab-0d49-a05a48705faf", "ordinal": 0, "payload": {"at": "2026-11-21T13:10:28.598253Z", "stage": "original", "engine": "ClamAV 1.4.6", "sha256": "0a7c68adf7bf14aa07e78bd07d8e6706f37d9fd3f51c31749023ea1c50d00bbf", "file_id": "mail", "message_id": "M-RHC42DQKZWBRU7UP", "scan_result": "Clean", "signature_version": ""}, "targets": ["message:M-RHC42DQKZWBRU7UP"], "occurred": "2026-11-21T13:10:28.598253Z", "recorded": "2026-11-21T13:10:28.598253Z"}'),
	('6b73ae88-4608-9c79-28e7-d848cf82e610', '2026-11-21 13:10:28.598253+00', '27b1bea5-f2b1-39ab-0d49-a05a48705faf', 1, 'file.scanned', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2232376231626561352d663262312d333961622d306434392d613035613438373035666166222c2266616374223a312c226964223a2236623733616538382d343630382d396337392d323865372d643834386366383265363130222c226e616d65223a2266696c652e7363616e6e6564222c226f63637572726564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c226f7264696e616c223a312c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a31303a32382e3539383235335a222c22656e67696e65223a22436c616d415620312e342e36222c2266696c655f6964223a226d61696c222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c227363616e5f726573756c74223a22436c65616e222c22736861323536223a2232383433383231346133353831356663376364323838653361353937636561623939363937383835316230386633336135303666643262633966346266643931222c227369676e61747572655f76657273696f6e223a22222c227374616765223a226f7574707574227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550225d2c2276223a317d', '{"v": 1, "id": "6b73ae88-4608-9c79-28e7-d848cf82e610", "fact": 1, "name": "file.scanned", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "27b1bea5-f2b1-39ab-0d49-a05a48705faf", "ordinal": 1, "payload": {"at": "2026-11-21T13:10:28.598253Z", "stage": "output", "engine": "ClamAV 1.4.6", "sha256": "28438214a35815fc7cd288e3a597ceab996978851b08f33a506fd2bc9f4bfd91", "file_id": "mail", "message_id": "M-RHC42DQKZWBRU7UP", "scan_result": "Clean", "signature_version": ""}, "targets": ["message:M-RHC42DQKZWBRU7UP"], "occurred": "2026-11-21T13:10:28.598253Z", "recorded": "2026-11-21T13:10:28.598253Z"}'),
	('8ef79a25-e6c4-d7bd-3957-fe80e5c76013', '2026-11-21 13:10:28.598253+00', '27b1bea5-f2b1-39ab-0d49-a05a48705faf', 2, 'mail.sanitised', true, '\x7b226163746f72223a22736572766963653a676174652e776f726b6572222c22636f6d6d616e64223a2232376231626561352d663262312d333961622d306434392d613035613438373035666166222c2266616374223a312c226964223a2238656637396132352d653663342d643762642d333935372d666538306535633736303133222c226e616d65223a226d61696c2e73616e697469736564222c226f63637572726564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c226f7264696e616c223a322c227061796c6f6164223a7b22626f64795f746f5f74657874223a312c226475726174696f6e5f6d73223a313139392c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c226f75745f736861323536223a2232383433383231346133353831356663376364323838653361353937636561623939363937383835316230386633336135303666643262633966346266643931222c226f7574636f6d65223a22436c65616e6564222c2270617274735f72656d6f766564223a2230222c227372635f736861323536223a2230613763363861646637626631346161303765373862643037643865363730366633376439666433663531633331373439303233656131633530643030626266227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32382e3539383235335a222c22736f75726365223a22676174652e6d61696c2e70726f63657373222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550225d2c2276223a317d', '{"v": 1, "id": "8ef79a25-e6c4-d7bd-3957-fe80e5c76013", "fact": 1, "name": "mail.sanitised", "actor": "service:gate.worker", "source": "gate.mail.process", "command": "27b1bea5-f2b1-39ab-0d49-a05a48705faf", "ordinal": 2, "payload": {"outcome": "Cleaned", "message_id": "M-RHC42DQKZWBRU7UP", "out_sha256": "28438214a35815fc7cd288e3a597ceab996978851b08f33a506fd2bc9f4bfd91", "src_sha256": "0a7c68adf7bf14aa07e78bd07d8e6706f37d9fd3f51c31749023ea1c50d00bbf", "duration_ms": 1199, "body_to_text": 1, "parts_removed": "0"}, "targets": ["message:M-RHC42DQKZWBRU7UP"], "occurred": "2026-11-21T13:10:28.598253Z", "recorded": "2026-11-21T13:10:28.598253Z"}'),
	('af4a9fc5-1ec5-4be3-56cf-ec808288cf3d', '2026-11-21 13:10:29.095411+00', '0f988dee-2efc-1c93-3572-c406f527780b', 0, 'security_function.checked', true, '\x7b226163746f72223a22736572766963653a77617463682e70726f6265222c22636f6d6d616e64223a2230663938386465652d326566632d316339332d333537322d633430366635323737383062222c2266616374223a312c226964223a2261663461396663352d316563352d346265332d353663662d656338303832383863663364222c226e616d65223a2273656375726974795f66756e6374696f6e2e636865636b6564222c226f63637572726564223a22323032362d31312d32315431333a31303a32392e3039353431315a222c226f7264696e616c223a302c227061796c6f6164223a7b226174223a22323032362d31312d32315431333a31303a32392e3039353431315a222c2266756e6374696f6e5f6964223a22676174652e6d61696c222c22726573756c74223a22706173736564222c2273797374656d5f6964223a2273656b6973686f2d67617465227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32392e3039353431315a222c22736f75726365223a2277617463682e70726f62652e6d61696c222c2274617267657473223a5b2273797374656d3a73656b6973686f2d67617465225d2c2276223a317d', '{"v": 1, "id": "af4a9fc5-1ec5-4be3-56cf-ec808288cf3d", "fact": 1, "name": "security_function.checked", "actor": "service:watch.probe", "source": "watch.probe.mail", "command": "0f988dee-2efc-1c93-3572-c406f527780b", "ordinal": 0, "payload": {"at": "2026-11-21T13:10:29.095411Z", "result": "passed", "system_id": "sekisho-gate", "function_id": "gate.mail"}, "targets": ["system:sekisho-gate"], "occurred": "2026-11-21T13:10:29.095411Z", "recorded": "2026-11-21T13:10:29.095411Z"}'),
	('41793932-3ebb-2202-7510-bf89a92f1d68', '2026-11-21 13:10:29.09566+00', '18e1bd3b-7ca6-8331-ab2f-d6f6cf9581bf', 0, 'gate.delivery.delivered', false, '\x7b226163746f72223a22736572766963653a676174652e73656e646572222c22636f6d6d616e64223a2231386531626433622d376361362d383333312d616232662d643666366366393538316266222c2266616374223a302c226964223a2234313739333933322d336562622d323230322d373531302d626638396139326631643638222c226e616d65223a22676174652e64656c69766572792e64656c697665726564222c226f63637572726564223a22323032362d31312d32315431333a31303a32392e3039353636305a222c226f7264696e616c223a302c227061796c6f6164223a7b22617474656d7074223a312c2264656c69766572795f6964223a2230353839613164312d613037632d643833342d393036312d383563653635333662306262222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c22706f737369626c655f6475706c696361746573223a307d2c227265636f72646564223a22323032362d31312d32315431333a31303a32392e3039353636305a222c22736f75726365223a22676174652e6d61696c2e64656c69766572222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550225d2c2276223a317d', '{"v": 1, "id": "41793932-3ebb-2202-7510-bf89a92f1d68", "fact": 0, "name": "gate.delivery.delivered", "actor": "service:gate.sender", "source": "gate.mail.deliver", "command": "18e1bd3b-7ca6-8331-ab2f-d6f6cf9581bf", "ordinal": 0, "payload": {"attempt": 1, "message_id": "M-RHC42DQKZWBRU7UP", "delivery_id": "0589a1d1-a07c-d834-9061-85ce6536b0bb", "possible_duplicates": 0}, "targets": ["message:M-RHC42DQKZWBRU7UP"], "occurred": "2026-11-21T13:10:29.095660Z", "recorded": "2026-11-21T13:10:29.095660Z"}'),
	('2b9be23a-3f20-cd99-acf2-ad5050c55801', '2026-11-21 13:10:29.09566+00', '18e1bd3b-7ca6-8331-ab2f-d6f6cf9581bf', 1, 'mail.released', true, '\x7b226163746f72223a22736572766963653a676174652e73656e646572222c22636f6d6d616e64223a2231386531626433622d376361362d383333312d616232662d643666366366393538316266222c2266616374223a312c226964223a2232623962653233612d336632302d636439392d616366322d616435303530633535383031222c226e616d65223a226d61696c2e72656c6561736564222c226f63637572726564223a22323032362d31312d32315431333a31303a32392e3039353636305a222c226f7264696e616c223a312c227061796c6f6164223a7b22617070726f76616c5f7265717569726564223a302c226174223a22323032362d31312d32315431333a31303a32392e3039353636305a222c226279706173736564223a302c226473745f7a6f6e65223a225a5f4c4757414e222c226d6573736167655f6964223a224d2d524843343244514b5a57425255375550222c226f75745f736861323536223a2232383433383231346133353831356663376364323838653361353937636561623939363937383835316230386633336135303666643262633966346266643931222c22706172745f73686132353673223a5b5d2c227372635f7a6f6e65223a225a5f494e4554227d2c227265636f72646564223a22323032362d31312d32315431333a31303a32392e3039353636305a222c22736f75726365223a22676174652e6d61696c2e64656c69766572222c2274617267657473223a5b226d6573736167653a4d2d524843343244514b5a57425255375550222c227a6f6e655f706169723a5a5f494e45543e5a5f4c4757414e225d2c2276223a317d', '{"v": 1, "id": "2b9be23a-3f20-cd99-acf2-ad5050c55801", "fact": 1, "name": "mail.released", "actor": "service:gate.sender", "source": "gate.mail.deliver", "command": "18e1bd3b-7ca6-8331-ab2f-d6f6cf9581bf", "ordinal": 1, "payload": {"at": "2026-11-21T13:10:29.095660Z", "bypassed": 0, "dst_zone": "Z_LGWAN", "src_zone": "Z_INET", "message_id": "M-RHC42DQKZWBRU7UP", "out_sha256": "28438214a35815fc7cd288e3a597ceab996978851b08f33a506fd2bc9f4bfd91", "part_sha256s": [], "approval_required": 0}, "targets": ["message:M-RHC42DQKZWBRU7UP", "zone_pair:Z_INET>Z_LGWAN"], "occurred": "2026-11-21T13:10:29.095660Z", "recorded": "2026-11-21T13:10:29.095660Z"}');

INSERT INTO platform.subject VALUES
	('system', 'sekisho-signin', 'Sekisho のサインイン', NULL, NULL, NULL, NULL);

INSERT INTO platform.tree VALUES
	(true, 'sekisho/none/1', 22, '\x736c6d3f96179004fdf4219918be825e4f9027932af6be92e63483e76a698e4ca1c12d01d10ca224add7cfbaa07d2d3625684121d50747bd00a203eb5c4bffedba0fb5de0576dff5d9297d5c52be4def43dd7885d30616a1bf9bcc1b07fcbe14', '2026-11-21 13:10:29.397379+00', NULL);

INSERT INTO policy.migration VALUES
	(1, 'documents', 'fe5582efe8ef3fd112b4e3d90f199bb2bc8067482462abd3e4f3d1df3c582a13', '2026-11-21 13:05:05.631292+00'),
	(2, 'person_classes', 'a50a9da2511105e0f4360e9edf6c081e9fa9796c0de26f837b59068a9949111f', '2026-11-21 13:05:05.634227+00');

INSERT INTO watch.migration VALUES
	(1, 'watch', 'd371bd6db81bb524388953c965d0aed3fc22a974dfb91ee435812c87224ae67a', '2026-11-21 13:05:05.850901+00');

INSERT INTO watch.security_function VALUES
	('gate.mail', 'sekisho-gate', 'mail-sanitising', true, '2026-11-21 13:05:17.906254+00', 'passed', NULL, '2026-11-21 13:10:29.095411+00', NULL, 3);

SELECT pg_catalog.setval('platform.role_holder_id_seq', 1, false);

ALTER TABLE ONLY access.account
    ADD CONSTRAINT account_login_key UNIQUE (login);

ALTER TABLE ONLY access.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.failure
    ADD CONSTRAINT failure_pkey PRIMARY KEY (kind, key);

ALTER TABLE ONLY access.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY access.password_history
    ADD CONSTRAINT password_history_pkey PRIMARY KEY (account_id, hash);

ALTER TABLE ONLY access.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, hash);

ALTER TABLE ONLY access.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.session_seen
    ADD CONSTRAINT session_seen_pkey PRIMARY KEY (session_id);

ALTER TABLE ONLY access.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY access.setup_link
    ADD CONSTRAINT setup_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY access.sign_in_policy
    ADD CONSTRAINT sign_in_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY gate.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_id, number);

ALTER TABLE ONLY gate.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY gate.mail_finding
    ADD CONSTRAINT mail_finding_pkey PRIMARY KEY (mail_id, ordinal);

ALTER TABLE ONLY gate.mail_part
    ADD CONSTRAINT mail_part_pkey PRIMARY KEY (mail_id, ordinal);

ALTER TABLE ONLY gate.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY gate.mailbox_mail
    ADD CONSTRAINT mailbox_mail_pkey PRIMARY KEY (delivery_id, recipient);

ALTER TABLE ONLY gate.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY organisation.charge
    ADD CONSTRAINT charge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.deputy
    ADD CONSTRAINT deputy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.holding
    ADD CONSTRAINT holding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.import_batch
    ADD CONSTRAINT import_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY organisation.nomination
    ADD CONSTRAINT nomination_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.organ_opening
    ADD CONSTRAINT organ_opening_pkey PRIMARY KEY (organ_code, opened_to, valid_from);

ALTER TABLE ONLY organisation.organ
    ADD CONSTRAINT organ_pkey PRIMARY KEY (code);

ALTER TABLE ONLY organisation.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.person_state
    ADD CONSTRAINT person_state_pkey PRIMARY KEY (person_id, valid_from);

ALTER TABLE ONLY organisation.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (code);

ALTER TABLE ONLY organisation.post_trait
    ADD CONSTRAINT post_trait_pkey PRIMARY KEY (post_code, trait, valid_from);

ALTER TABLE ONLY organisation.role_proposal
    ADD CONSTRAINT role_proposal_pkey PRIMARY KEY (local_name);

ALTER TABLE ONLY organisation.structure_chart
    ADD CONSTRAINT structure_chart_pkey PRIMARY KEY (version);

ALTER TABLE ONLY organisation.target_assignment
    ADD CONSTRAINT target_assignment_pkey PRIMARY KEY (target_kind, target_id, valid_from);

ALTER TABLE ONLY organisation.tenure
    ADD CONSTRAINT tenure_pkey PRIMARY KEY (person_id, post_code, valid_from);

ALTER TABLE ONLY organisation.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY organisation.unit_succession
    ADD CONSTRAINT unit_succession_pkey PRIMARY KEY (unit_id, successor_id);

ALTER TABLE ONLY organisation.vacancy
    ADD CONSTRAINT vacancy_pkey PRIMARY KEY (role, organ_code, unit_id);

ALTER TABLE ONLY platform.approval_act
    ADD CONSTRAINT approval_act_pkey PRIMARY KEY (approval_id, number);

ALTER TABLE ONLY platform.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.approval_seat
    ADD CONSTRAINT approval_seat_pkey PRIMARY KEY (approval_id, step, person_id);

ALTER TABLE ONLY platform.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (origin, size);

ALTER TABLE ONLY platform.command
    ADD CONSTRAINT command_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.consumer
    ADD CONSTRAINT consumer_pkey PRIMARY KEY (name);

ALTER TABLE ONLY platform.data_key
    ADD CONSTRAINT data_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.day_off
    ADD CONSTRAINT day_off_pkey PRIMARY KEY (day);

ALTER TABLE ONLY platform.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.duty_task
    ADD CONSTRAINT duty_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (object_id);

ALTER TABLE ONLY platform.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.leaf
    ADD CONSTRAINT leaf_pkey PRIMARY KEY (recorded_at, record_id);

ALTER TABLE ONLY platform.leaf_202611
    ADD CONSTRAINT leaf_202611_pkey PRIMARY KEY (recorded_at, record_id);

ALTER TABLE ONLY platform.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (from_kind, from_id, kind, to_kind, to_id);

ALTER TABLE ONLY platform.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY platform.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.object
    ADD CONSTRAINT object_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.protection_key
    ADD CONSTRAINT protection_key_pkey PRIMARY KEY (name);

ALTER TABLE ONLY platform.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (recorded_at, id);

ALTER TABLE ONLY platform.record_202611
    ADD CONSTRAINT record_202611_pkey PRIMARY KEY (recorded_at, id);

ALTER TABLE ONLY platform.recovery
    ADD CONSTRAINT recovery_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY platform.role_holder
    ADD CONSTRAINT role_holder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.side
    ADD CONSTRAINT side_pkey PRIMARY KEY (recorded_at, record_id);

ALTER TABLE ONLY platform.side_202611
    ADD CONSTRAINT side_202611_pkey PRIMARY KEY (recorded_at, record_id);

ALTER TABLE ONLY platform.side_key
    ADD CONSTRAINT side_key_pkey PRIMARY KEY (record_id);

ALTER TABLE ONLY platform.store_key
    ADD CONSTRAINT store_key_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY platform.subject
    ADD CONSTRAINT subject_pkey PRIMARY KEY (kind, id);

ALTER TABLE ONLY platform.tree
    ADD CONSTRAINT tree_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY platform.unsealed
    ADD CONSTRAINT unsealed_pkey PRIMARY KEY (record_id);

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_pkey PRIMARY KEY (edition_id, path);

ALTER TABLE ONLY policy.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY policy.edition
    ADD CONSTRAINT edition_document_id_version_key UNIQUE (document_id, version);

ALTER TABLE ONLY policy.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY policy.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY policy.obligation
    ADD CONSTRAINT obligation_pkey PRIMARY KEY (pack_code, id);

ALTER TABLE ONLY policy.pack
    ADD CONSTRAINT pack_pkey PRIMARY KEY (code);

ALTER TABLE ONLY policy.scope_entry
    ADD CONSTRAINT scope_entry_pack_code_dimension_code_key UNIQUE (pack_code, dimension, code);

ALTER TABLE ONLY policy.scope_entry
    ADD CONSTRAINT scope_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY watch.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY watch.security_function
    ADD CONSTRAINT security_function_pkey PRIMARY KEY (function_id);

CREATE UNIQUE INDEX account_person ON access.account USING btree (person_id) WHERE ((person_id IS NOT NULL) AND (state = 'active'::text));

CREATE INDEX attempt_open ON access.attempt USING btree (at) WHERE (NOT summarised);

CREATE INDEX session_account ON access.session USING btree (account_id) WHERE (ended_at IS NULL);

CREATE INDEX delivery_mail ON gate.delivery USING btree (mail_id);

CREATE INDEX delivery_state ON gate.delivery USING btree (state, queued_at);

CREATE INDEX mail_received ON gate.mail USING btree (received_at DESC);

CREATE INDEX mail_state ON gate.mail USING btree (state, received_at DESC);

CREATE INDEX mailbox_mail_recipient ON gate.mailbox_mail USING btree (recipient, arrived_at DESC);

CREATE INDEX person_organ ON organisation.person USING btree (organ_code, kana COLLATE "ja-x-icu");

CREATE INDEX tenure_post ON organisation.tenure USING btree (post_code);

CREATE INDEX unit_organ ON organisation.unit USING btree (organ_code);

CREATE INDEX approval_requester ON platform.approval USING btree (requester_id, created_at DESC);

CREATE INDEX approval_seat_person ON platform.approval_seat USING btree (person_id) WHERE (agreed_at IS NULL);

CREATE INDEX approval_subject ON platform.approval USING btree (subject_kind, subject_id);

CREATE INDEX checkpoint_sealed ON platform.checkpoint USING btree (sealed_at, size);

CREATE UNIQUE INDEX data_key_group ON platform.data_key USING btree (organ_code, retention_class, month);

CREATE INDEX duty_source ON platform.duty USING btree (source);

CREATE INDEX duty_task_due ON platform.duty_task USING btree (due_on) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX duty_task_period ON platform.duty_task USING btree (duty_id, organ_code, COALESCE(unit_id, ''::text), period_start);

CREATE INDEX duty_task_role ON platform.duty_task USING btree (role, organ_code, unit_id) WHERE (state = 'open'::text);

CREATE INDEX hold_object ON platform.hold USING btree (object_id, retain_until);

CREATE INDEX job_due ON platform.job USING btree (not_before) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX job_kind ON platform.job USING btree (kind, state);

CREATE INDEX leaf_number ON ONLY platform.leaf USING btree (number);

CREATE INDEX leaf_202611_number_idx ON platform.leaf_202611 USING btree (number);

CREATE INDEX leaf_record ON ONLY platform.leaf USING btree (record_id);

CREATE INDEX leaf_202611_record_id_idx ON platform.leaf_202611 USING btree (record_id);

CREATE INDEX link_to ON platform.link USING btree (to_kind, to_id, kind);

CREATE INDEX notification_person ON platform.notification USING btree (person_id, created_at DESC);

CREATE INDEX object_key ON platform.object USING btree (key_id);

CREATE INDEX record_id ON ONLY platform.record USING btree (id);

CREATE INDEX record_202611_id_idx ON platform.record_202611 USING btree (id);

CREATE INDEX record_name ON ONLY platform.record USING btree (name, recorded_at);

CREATE INDEX record_202611_name_recorded_at_idx ON platform.record_202611 USING btree (name, recorded_at);

CREATE INDEX role_holder_organ ON platform.role_holder USING btree (organ_code);

CREATE INDEX role_holder_person ON platform.role_holder USING btree (person_id);

CREATE INDEX role_holder_role ON platform.role_holder USING btree (role, organ_code);

CREATE INDEX subject_unit ON platform.subject USING btree (organ_code, unit_id);

CREATE INDEX unsealed_order ON platform.unsealed USING btree (recorded_at, command_id, ordinal);

CREATE UNIQUE INDEX edition_current ON policy.edition USING btree (document_id) WHERE is_current;

ALTER INDEX platform.leaf_number ATTACH PARTITION platform.leaf_202611_number_idx;

ALTER INDEX platform.leaf_pkey ATTACH PARTITION platform.leaf_202611_pkey;

ALTER INDEX platform.leaf_record ATTACH PARTITION platform.leaf_202611_record_id_idx;

ALTER INDEX platform.record_id ATTACH PARTITION platform.record_202611_id_idx;

ALTER INDEX platform.record_name ATTACH PARTITION platform.record_202611_name_recorded_at_idx;

ALTER INDEX platform.record_pkey ATTACH PARTITION platform.record_202611_pkey;

ALTER INDEX platform.side_pkey ATTACH PARTITION platform.side_202611_pkey;

CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE ON platform.checkpoint FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER checkpoint_no_truncate BEFORE TRUNCATE ON platform.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER leaf_append_only BEFORE DELETE OR UPDATE ON platform.leaf FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER leaf_no_truncate BEFORE TRUNCATE ON platform.leaf FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON platform.leaf_202611 FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON platform.record_202611 FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER record_append_only BEFORE DELETE OR UPDATE ON platform.record FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER record_no_truncate BEFORE TRUNCATE ON platform.record FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER record_unsealed AFTER INSERT ON platform.record REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION platform.note_unsealed();

ALTER TABLE ONLY gate.delivery
    ADD CONSTRAINT delivery_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES gate.mail(id);

ALTER TABLE ONLY gate.mail_finding
    ADD CONSTRAINT mail_finding_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES gate.mail(id);

ALTER TABLE ONLY gate.mail_part
    ADD CONSTRAINT mail_part_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES gate.mail(id);

ALTER TABLE ONLY gate.mailbox_mail
    ADD CONSTRAINT mailbox_mail_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES gate.mail(id);

ALTER TABLE ONLY organisation.deputy
    ADD CONSTRAINT deputy_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisation.person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.nomination
    ADD CONSTRAINT nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisation.person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.organ_opening
    ADD CONSTRAINT organ_opening_opened_to_fkey FOREIGN KEY (opened_to) REFERENCES organisation.organ(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.organ_opening
    ADD CONSTRAINT organ_opening_organ_code_fkey FOREIGN KEY (organ_code) REFERENCES organisation.organ(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.person
    ADD CONSTRAINT person_organ_code_fkey FOREIGN KEY (organ_code) REFERENCES organisation.organ(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.person_state
    ADD CONSTRAINT person_state_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisation.person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.post
    ADD CONSTRAINT post_organ_code_fkey FOREIGN KEY (organ_code) REFERENCES organisation.organ(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.post_trait
    ADD CONSTRAINT post_trait_post_code_fkey FOREIGN KEY (post_code) REFERENCES organisation.post(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.post
    ADD CONSTRAINT post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.target_assignment
    ADD CONSTRAINT target_assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.tenure
    ADD CONSTRAINT tenure_person_id_fkey FOREIGN KEY (person_id) REFERENCES organisation.person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.tenure
    ADD CONSTRAINT tenure_post_code_fkey FOREIGN KEY (post_code) REFERENCES organisation.post(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.unit
    ADD CONSTRAINT unit_organ_code_fkey FOREIGN KEY (organ_code) REFERENCES organisation.organ(code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.unit
    ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation.unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.unit_succession
    ADD CONSTRAINT unit_succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation.unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY organisation.unit_succession
    ADD CONSTRAINT unit_succession_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY platform.approval_act
    ADD CONSTRAINT approval_act_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES platform.approval(id) ON DELETE CASCADE;

ALTER TABLE ONLY platform.approval_seat
    ADD CONSTRAINT approval_seat_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES platform.approval(id) ON DELETE CASCADE;

ALTER TABLE ONLY platform.hold
    ADD CONSTRAINT hold_object_id_fkey FOREIGN KEY (object_id) REFERENCES platform.object(id) ON DELETE CASCADE;

ALTER TABLE ONLY policy.clause
    ADD CONSTRAINT clause_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES policy.edition(id);

ALTER TABLE ONLY policy.edition
    ADD CONSTRAINT edition_document_id_fkey FOREIGN KEY (document_id) REFERENCES policy.document(id);

ALTER TABLE ONLY policy.obligation
    ADD CONSTRAINT obligation_pack_code_fkey FOREIGN KEY (pack_code) REFERENCES policy.pack(code);

ALTER TABLE ONLY policy.scope_entry
    ADD CONSTRAINT scope_entry_pack_code_fkey FOREIGN KEY (pack_code) REFERENCES policy.pack(code);

GRANT USAGE ON SCHEMA access TO sekisho_app;
GRANT USAGE ON SCHEMA access TO sekisho_sealer;

GRANT USAGE ON SCHEMA gate TO sekisho_app;
GRANT USAGE ON SCHEMA gate TO sekisho_sealer;

GRANT USAGE ON SCHEMA organisation TO sekisho_app;
GRANT USAGE ON SCHEMA organisation TO sekisho_sealer;

GRANT USAGE ON SCHEMA platform TO sekisho_app;
GRANT USAGE ON SCHEMA platform TO sekisho_sealer;

GRANT USAGE ON SCHEMA policy TO sekisho_app;
GRANT USAGE ON SCHEMA policy TO sekisho_sealer;

GRANT USAGE ON SCHEMA watch TO sekisho_app;
GRANT USAGE ON SCHEMA watch TO sekisho_sealer;

REVOKE ALL ON FUNCTION platform.ensure_month(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.ensure_month(day date) TO sekisho_app;
GRANT ALL ON FUNCTION platform.ensure_month(day date) TO sekisho_sealer;

REVOKE ALL ON FUNCTION platform.note_unsealed() FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.attempt TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.failure TO sekisho_app;

GRANT SELECT ON TABLE access.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.password_history TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.recovery_code TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.session TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.session_seen TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.setup_link TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.sign_in_policy TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.delivery TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.delivery_attempt TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.mail TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.mail_finding TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.mail_part TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE gate.mailbox_mail TO sekisho_app;

GRANT SELECT ON TABLE gate.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.charge TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.deputy TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.holding TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.import_batch TO sekisho_app;

GRANT SELECT ON TABLE organisation.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.nomination TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.organ TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.organ_opening TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.person TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.person_state TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.post TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.post_trait TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.role_proposal TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.structure_chart TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.target_assignment TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.tenure TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.unit TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.unit_succession TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE organisation.vacancy TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.approval TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.approval_act TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.approval_seat TO sekisho_app;

GRANT SELECT ON TABLE platform.checkpoint TO sekisho_app;
GRANT SELECT,INSERT ON TABLE platform.checkpoint TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.command TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.consumer TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.data_key TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.day_off TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.duty TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.duty_task TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.erasure TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.hold TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.job TO sekisho_app;

GRANT SELECT ON TABLE platform.leaf TO sekisho_app;
GRANT SELECT,INSERT ON TABLE platform.leaf TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.link TO sekisho_app;

GRANT SELECT ON TABLE platform.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.notification TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.object TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.protection_key TO sekisho_app;

GRANT SELECT,INSERT ON TABLE platform.record TO sekisho_app;
GRANT SELECT ON TABLE platform.record TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.recovery TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.role_holder TO sekisho_app;

GRANT SELECT,USAGE ON SEQUENCE platform.role_holder_id_seq TO sekisho_app;

GRANT SELECT,INSERT ON TABLE platform.side TO sekisho_app;
GRANT SELECT ON TABLE platform.side TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.side_key TO sekisho_app;
GRANT SELECT ON TABLE platform.side_key TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.store_key TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.subject TO sekisho_app;

GRANT SELECT ON TABLE platform.tree TO sekisho_app;
GRANT SELECT,INSERT,UPDATE ON TABLE platform.tree TO sekisho_sealer;

GRANT SELECT ON TABLE platform.unsealed TO sekisho_app;
GRANT SELECT,INSERT,DELETE ON TABLE platform.unsealed TO sekisho_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.clause TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.document TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.edition TO sekisho_app;

GRANT SELECT ON TABLE policy.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.obligation TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.pack TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.scope_entry TO sekisho_app;

GRANT SELECT ON TABLE watch.migration TO sekisho_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE watch.security_function TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA access GRANT SELECT,USAGE ON SEQUENCES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA access GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA gate GRANT SELECT,USAGE ON SEQUENCES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA gate GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA organisation GRANT SELECT,USAGE ON SEQUENCES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA organisation GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA policy GRANT SELECT,USAGE ON SEQUENCES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA policy GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA watch GRANT SELECT,USAGE ON SEQUENCES  TO sekisho_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sekisho_owner IN SCHEMA watch GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO sekisho_app;


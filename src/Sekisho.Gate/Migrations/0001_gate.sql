-- One row a mail. Envelope, subject and sender are for the people of rule M6; none of it is ever in a ledger leaf.
create table gate.mail (
    id text primary key,
    organ_code text not null,
    state text not null,
    received_at timestamptz not null,
    peer text not null,
    helo text not null,
    tls boolean not null,
    sender text not null,
    recipients text[] not null,
    subject text not null default '',
    header_from text not null default '',
    header_message_id text not null default '',
    size bigint not null check (size >= 0),
    src_zone text not null,
    dst_zone text not null,
    src_sha256 text not null,
    original_object text not null,
    retain_until date not null,
    outcome text,
    body_to_text boolean,
    out_sha256 text,
    out_object text,
    before_object text,
    after_object text,
    hold_stage text,
    hold_reason text,
    hold_advice text,
    processed_at timestamptz,
    finished_at timestamptz,
    row_version integer not null default 1
);
create index mail_received on gate.mail (received_at desc);
create index mail_state on gate.mail (state, received_at desc);

create table gate.mail_part (
    mail_id text not null references gate.mail (id),
    ordinal integer not null,
    path text not null,
    name text not null,
    declared_type text not null,
    found_type text not null,
    outcome text not null,
    input_size bigint not null,
    input_sha256 text not null,
    output_size bigint not null,
    output_sha256 text,
    primary key (mail_id, ordinal)
);

create table gate.mail_finding (
    mail_id text not null references gate.mail (id),
    ordinal integer not null,
    rule text not null,
    action text not null,
    place text not null,
    count integer not null check (count > 0),
    arguments jsonb not null,
    primary key (mail_id, ordinal)
);

-- One row per next server of a mail.
create table gate.delivery (
    id uuid primary key,
    mail_id text not null references gate.mail (id),
    route text not null,
    host text,
    port integer,
    recipients text[] not null,
    state text not null,
    queued_at timestamptz not null,
    delivered_at timestamptz,
    last_reply text not null default '',
    attempts integer not null default 0,
    possible_duplicates integer not null default 0,
    row_version integer not null default 1
);
create index delivery_mail on gate.delivery (mail_id);
create index delivery_state on gate.delivery (state, queued_at);

-- Written before the first byte goes out and closed after the answer: an open row of an earlier try means the peer may have the mail already.
create table gate.delivery_attempt (
    delivery_id uuid not null,
    number integer not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (delivery_id, number)
);

-- Mailbox of the demonstration city, shown at 見本の受信箱.
create table gate.mailbox_mail (
    delivery_id uuid not null,
    recipient text not null,
    mail_id text not null references gate.mail (id),
    arrived_at timestamptz not null,
    primary key (delivery_id, recipient)
);
create index mailbox_mail_recipient on gate.mailbox_mail (recipient, arrived_at desc);

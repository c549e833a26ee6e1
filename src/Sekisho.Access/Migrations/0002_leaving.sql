-- What the ledger says about who works here, by the first day of each state: a projection that can be rebuilt from the records.
create table access.person_state (
    person_id text not null,
    valid_from date not null,
    state text not null,
    primary key (person_id, valid_from)
);

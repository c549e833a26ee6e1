-- The waiting list in sealing order: a backlog of a million records is then taken in steps without sorting it each time.

alter table platform.unsealed add column command_id uuid, add column ordinal integer;
update platform.unsealed u set command_id = r.command_id, ordinal = r.ordinal from platform.record r where r.id = u.record_id and r.recorded_at = u.recorded_at;
alter table platform.unsealed alter column command_id set not null, alter column ordinal set not null;
create index unsealed_order on platform.unsealed (recorded_at, command_id, ordinal);

create or replace function platform.note_unsealed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into platform.unsealed (record_id, recorded_at, command_id, ordinal) select id, recorded_at, command_id, ordinal from added;
    return null;
end $$;

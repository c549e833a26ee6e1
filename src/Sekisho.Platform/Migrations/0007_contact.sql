-- Whom to call when a page cannot help: one line for the whole installation.

create table platform.contact (
    single boolean primary key default true check (single),
    line text not null,
    row_version integer not null default 1
);

grant select, insert, update on platform.contact to sekisho_app;

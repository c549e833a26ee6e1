-- 突合: article by article, whether the stricter system a unit goes by meets what the policy asks for.
create table policy.equivalence (
    exception_id uuid not null references policy.exception_case (id),
    path text not null,
    scheme text not null,
    met boolean not null,
    alternative text not null,
    valid_to date not null,
    compared_by text not null,
    compared_on date not null,
    row_version integer not null default 1,
    primary key (exception_id, path)
);

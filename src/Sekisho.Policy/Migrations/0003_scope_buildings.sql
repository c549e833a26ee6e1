-- Bodies for which a text sets the roles of building and documents are named apart from the bodies it takes in.

alter table policy.scope_entry drop constraint scope_entry_dimension_check;
alter table policy.scope_entry add constraint scope_entry_dimension_check check (dimension in ('body', 'building', 'information', 'person', 'asset', 'route'));

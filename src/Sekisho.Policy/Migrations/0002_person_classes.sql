-- Which classes of persons a word of the text means; the facts about scope name these classes.
alter table policy.scope_entry add column classes text[] not null default '{}';

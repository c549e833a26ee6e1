-- A draft lies beside the text in force; one that another draft or text took the place of is told apart from a text that was once in force.
alter table policy.edition drop constraint edition_publication_state_check;
alter table policy.edition add constraint edition_publication_state_check check (publication_state in ('draft', 'published', 'superseded', 'replaced'));

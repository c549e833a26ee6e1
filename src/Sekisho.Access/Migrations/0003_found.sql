-- The first day on which the person no longer worked here, when that is why the account was stopped: being appointed again from then on restores it.
alter table access.account add column left_on date;

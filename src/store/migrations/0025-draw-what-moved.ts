/**
 * A long list is drawn from what moved of it and what it shows: of each item it is kept whether it asks for anything there
 * (`done`: no more), so that the rest is counted and not read. Lists that stand already are looked at once as a whole, to know it.
 */
export const drawWhatMoved = `
alter table listed add column done boolean not null default false;
update listed set drawn_seq = -1;
drop index listed_stale;
create index listed_stale on listed (platform, team, conversation) where wanted_seq > drawn_seq;
`

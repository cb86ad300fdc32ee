/**
 * A long list is drawn from what moved of it and what it shows: of each item it is kept whether it asks for anything there
 * (`done`: no more), so that the rest is counted and not read.
 */
export const drawWhatMoved = `
alter table listed add column done boolean not null default false;
drop index listed_stale;
create index listed_stale on listed (platform, team, conversation) where wanted_seq > drawn_seq;
`

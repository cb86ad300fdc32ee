/** Which database this is, and how often it was seen by a process that ran: what a backup that was put back is known by. */
export const keepEra = `
create table era (
  one boolean primary key default true check (one),
  id text not null default gen_random_uuid()::text,
  count bigint not null default 0,
  at bigint not null default 0
);
insert into era default values;
`

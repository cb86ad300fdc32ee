/**
 * The personal pages that people opened on platforms that have one. `due_at` is when a page is to be drawn next, null until
 * something happens; `free_at` keeps it from being drawn earlier: the lease of who draws it, the pace, the platform's wish.
 */
export const redrawHomes = `
create table homes (
  platform text not null,
  team text not null,
  usr text not null,
  org text not null,
  opened_at bigint not null,
  due_at bigint,
  free_at bigint not null default 0,
  primary key (platform, team, usr)
);
create index homes_org on homes (org);
create index homes_due on homes (due_at) where due_at is not null;
`

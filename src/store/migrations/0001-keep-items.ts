import { commitChanges } from './0001-commit-changes.ts'

/**
 * Items, their log, what came in, what is owed, and where it stands in the chats. Every instant is a bigint of
 * milliseconds since 1970 UTC. The log is append-only: triggers refuse everything but INSERT.
 */
export const keepItems = `
create table items (
  id text collate "C" primary key,
  kind text not null,
  seq integer not null,
  version integer not null,
  state jsonb not null,
  head bytea not null,
  next_due_at bigint,
  open boolean not null,
  supplier text not null,
  customer text,
  status text not null,
  priority text,
  assignee text,
  reporter text,
  due_at bigint,
  waiting_for text[] not null default '{}'
);
create index items_next_due on items (next_due_at, id) where next_due_at is not null;
create index items_undated on items (id) where open and next_due_at is null;
create index items_supplier on items (supplier, due_at, id) where open;
create index items_customer on items (customer, due_at, id) where open;
create index items_assignee on items (assignee, due_at, id) where open;
create index items_reporter on items (reporter, open desc, due_at, id);

create table events (
  item text collate "C" not null,
  seq integer not null,
  at bigint not null,
  by jsonb not null,
  type text not null,
  body jsonb not null,
  salt bytea not null,
  body_hash bytea not null,
  hash bytea not null,
  primary key (item, seq)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the log only grows', tg_op, tg_table_name;
end $$;
create trigger events_only_grow before update or delete or truncate on events
  for each statement execute function refuse_change();

create table inbox (
  id bigint generated always as identity primary key,
  platform text not null,
  team text not null,
  key text not null,
  conversation text,
  message text,
  inbound jsonb not null,
  status text not null default 'open' check (status in ('open', 'done', 'answered', 'abandoned')),
  received_at bigint not null,
  lease_until bigint not null,
  attempts integer not null default 0,
  why text,
  unique (platform, team, key)
);
create unique index inbox_message on inbox (platform, team, conversation, message) where message is not null;
create index inbox_open on inbox (id) where status = 'open';

create table outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  item text collate "C",
  seq integer not null,
  line text not null,
  lane smallint not null,
  side text not null,
  collapse text,
  status text not null default 'owed' check (status in ('owed', 'sent', 'withdrawn', 'superseded', 'failed')),
  owed_at bigint not null,
  next_try_at bigint not null,
  lease_until bigint not null default 0,
  holder text,
  attempts integer not null default 0,
  notice jsonb not null,
  settled_at bigint,
  message jsonb,
  why text
);
create index outbox_owed on outbox (lane, id) where status = 'owed';
create index outbox_line on outbox (line, lane, id) where status = 'owed';
create index outbox_collapse on outbox (collapse, id) where collapse is not null;
create index outbox_item on outbox (item, id);

create table threads (
  platform text not null,
  team text not null,
  conversation text not null,
  message text not null,
  thread text,
  item text collate "C" not null,
  side text not null,
  root boolean not null,
  primary key (platform, team, conversation, message)
);
create index threads_root on threads (item, side) where root;

create table living (
  platform text not null,
  team text not null,
  conversation text not null,
  message text not null,
  thread text,
  item text collate "C" not null,
  audience text not null,
  language text not null,
  zone text not null,
  drawn_seq integer not null,
  wanted_seq integer not null,
  lease_until bigint not null default 0,
  primary key (platform, team, conversation, message)
);
create index living_item on living (item);
create index living_stale on living (item) where wanted_seq > drawn_seq;

create table counters (
  name text primary key,
  value integer not null
);
${commitChanges}`

/**
 * The web chat's files, bytes and all: it is their platform. `message` is the one they were sent with; without one they were only
 * uploaded, and go after a while.
 */
export const keepChatFiles = `
create table chat_file (
  id uuid primary key default gen_random_uuid(),
  conversation text not null,
  person text not null,
  name text not null,
  type text not null,
  size integer not null,
  at bigint not null,
  message bigint,
  place integer not null default 0,
  bytes bytea not null
);
alter table chat_file alter bytes set storage external;
create index chat_file_message on chat_file (message) where message is not null;
create index chat_file_unsent on chat_file (person, at) where message is null;
`

/**
 * The web chat's memory. `chat_head` numbers every change; its row lock makes the numbers appear in the order of commit,
 * so that a reader of `changed > cursor` never skips one that commits late.
 */
export const keepWebChat = `
create table chat_head (
  one boolean primary key default true check (one),
  cursor bigint not null
);
insert into chat_head (cursor) values (0);

create table chat_message (
  id bigint primary key,
  changed bigint not null unique,
  key text not null unique,
  conversation text not null,
  thread bigint not null default 0,
  at bigint not null,
  author text,
  text text,
  card jsonb,
  language text,
  zone text,
  edits integer not null default 0,
  edited_at bigint,
  deleted_at bigint,
  heard boolean not null,
  check ((author is null) = (card is not null))
);
create index chat_message_place on chat_message (conversation, thread, id);
create index chat_message_change on chat_message (conversation, changed);
create index chat_message_unheard on chat_message (id) where not heard;

create table chat_read (
  person text not null,
  conversation text not null,
  thread bigint not null,
  upto bigint not null,
  primary key (person, conversation, thread)
);
`

/**
 * What is told of several items in one message. `together` is the row of the outbox under whose id that message was posted, kept
 * before it is, so that an attempt that was cut short is found for all of them. `lists`: the list that stands in somebody's
 * conversation with the bot, with its items in `listed` as long as something of them may change there. `bells`: when somebody
 * was last rung for there, and of what kind of news.
 */
export const tellTogether = `
alter table outbox add column together bigint;

create table bells (
  platform text not null,
  team text not null,
  conversation text not null,
  rung_at bigint not null,
  abouts text[] not null,
  primary key (platform, team, conversation)
);

create table lists (
  platform text not null,
  team text not null,
  conversation text not null,
  message text not null,
  supplier text not null,
  person text not null,
  side text not null,
  language text not null,
  zone text not null,
  drawn_as text,
  lease_until bigint not null default 0,
  primary key (platform, team, conversation)
);

create table listed (
  platform text not null,
  team text not null,
  conversation text not null,
  item text collate "C" not null,
  notice bigint not null,
  drawn_seq integer not null,
  wanted_seq integer not null,
  primary key (platform, team, conversation, item)
);
create index listed_item on listed (item);
create index listed_stale on listed (item) where wanted_seq > drawn_seq;

create function want_listed() returns trigger language plpgsql as $$
begin
  update listed set wanted_seq = greatest(wanted_seq, new.seq) where item = new.id;
  return null;
end $$;
create trigger want_listed after update of seq on items for each row
  when (old.seq <> new.seq) execute function want_listed();
`

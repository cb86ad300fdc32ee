/**
 * The places of the web chat with their last message, so that what is unread is found without reading through what was said. A
 * trigger keeps them: a process that does not know of them yet writes them too. The head's lock lets one write at a time.
 */
export const keepChatPlaces = `
create table chat_place (
  conversation text not null,
  thread bigint not null,
  last bigint not null,
  primary key (conversation, thread)
);
create function keep_chat_place() returns trigger language plpgsql as $$
begin
  insert into chat_place as p (conversation, thread, last)
  select conversation, thread, max(id) from fresh group by 1, 2
  on conflict (conversation, thread) do update set last = greatest(p.last, excluded.last);
  return null;
end $$;
create trigger keep_chat_place after insert on chat_message
  referencing new table as fresh for each statement execute function keep_chat_place();
insert into chat_place (conversation, thread, last)
select conversation, thread, max(id) from chat_message group by 1, 2;
`

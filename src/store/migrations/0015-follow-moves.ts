/**
 * Where a conversation that got another id goes on. A card that was posted, or a message that was heard, just before is
 * written just after: it is written where it stands now, whoever writes it.
 */
export const followMoves = `
create table moved_conversations (
  platform text not null,
  team text not null,
  old_id text not null,
  new_id text not null,
  primary key (platform, team, old_id)
);

create function follow_move() returns trigger language plpgsql as $$
declare
  here text;
begin
  select new_id into here from moved_conversations
  where platform = new.platform and team = new.team and old_id = new.conversation;
  if found then
    new.conversation := here;
  end if;
  return new;
end
$$;

create trigger follow_move before insert on living for each row execute function follow_move();
create trigger follow_move before insert on threads for each row execute function follow_move();
`

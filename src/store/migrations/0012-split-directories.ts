/**
 * Each supplier's directory is an item of its own, `directory/<supplier>`. By what it is found stands in tables: a projection
 * of the directories, written with each change of one. A conversation may be closed for many suppliers, and is the room, or
 * proposed as the room, of one. A name stays with its supplier while tickets bear it.
 *
 * `state_seq` is the seq of a snapshot that lies behind its item; null where it does not. The one directory of before stays
 * as history: a process of before, still running, reads it as it was and is refused when it would change it.
 */
export const splitDirectories = `
create table tenant (
  supplier text collate "C" primary key,
  people integer not null,
  customers integer not null
);
create table tenant_account (
  platform text not null,
  team text not null,
  usr text not null,
  supplier text not null,
  primary key (platform, team, usr)
);
create table tenant_place (
  platform text not null,
  team text not null,
  conversation text not null,
  supplier text not null,
  standing text not null check (standing in ('room', 'proposal', 'closed', 'moved')),
  primary key (platform, team, conversation, supplier)
);
create unique index tenant_place_held on tenant_place (platform, team, conversation)
  where standing in ('room', 'proposal');
create table tenant_name (
  kind text not null check (kind in ('organisation', 'key')),
  name text not null,
  supplier text not null,
  customer text,
  primary key (kind, name)
);

alter table items add column state_seq integer;

create function refuse_shared_directory() returns trigger language plpgsql as $$
begin
  raise exception 'the directory is kept apart for each supplier since Accord was updated: this process is of before and must end';
end $$;
create trigger shared_directory_is_history before insert or update on items
  for each row when (new.id = 'directory') execute function refuse_shared_directory();

create function hold_claims(given json[]) returns void language plpgsql as $$
declare
  one json;
  place record;
  own text;
  taken jsonb := '[]';
begin
  -- What is given up goes first, so that an account may pass from one supplier to another in one commit.
  foreach one in array given loop
    own := one->>'supplier';
    delete from tenant_account a
    using json_to_recordset(one->'accounts'->'free') as f(platform text, team text, "user" text)
    where a.supplier = own and (a.platform, a.team, a.usr) = (f.platform, f.team, f."user");
    delete from tenant_place p
    using json_to_recordset(one->'places'->'free') as f(platform text, team text, conversation text)
    where p.supplier = own and (p.platform, p.team, p.conversation) = (f.platform, f.team, f.conversation);
    delete from tenant_name n
    using json_to_recordset(one->'names'->'free') as f(kind text, name text, customer text)
    where n.supplier = own and (n.kind, n.name, n.customer) = (f.kind, f.name, f.customer)
      and not exists (select from counters c where right(c.name, length(f.customer) + 1) = ' ' || f.customer);
  end loop;

  foreach one in array given loop
    own := one->>'supplier';
    insert into tenant (supplier, people, customers)
    values (own, (one->>'people')::integer, (one->>'customers')::integer)
    on conflict (supplier) do update set people = excluded.people, customers = excluded.customers;

    insert into tenant_account (platform, team, usr, supplier)
    select platform, team, "user", own
    from json_to_recordset(one->'accounts'->'take') as t(platform text, team text, "user" text)
    order by 1, 2, 3 on conflict do nothing;
    select taken || coalesce(jsonb_agg(jsonb_build_object('what', 'account', 'platform', a.platform, 'team', a.team,
      'user', a.usr, 'supplier', a.supplier)), '[]') into taken
    from json_to_recordset(one->'accounts'->'take') as t(platform text, team text, "user" text)
    join tenant_account a on (a.platform, a.team, a.usr) = (t.platform, t.team, t."user") where a.supplier <> own;

    insert into tenant_name (kind, name, supplier, customer)
    select kind, name, own, customer
    from json_to_recordset(one->'names'->'take') as t(kind text, name text, customer text)
    order by 1, 2 on conflict do nothing;
    select taken || coalesce(jsonb_agg(jsonb_build_object('what', 'name', 'kind', n.kind, 'name', n.name,
      'supplier', n.supplier)), '[]') into taken
    from json_to_recordset(one->'names'->'take') as t(kind text, name text)
    join tenant_name n on (n.kind, n.name) = (t.kind, t.name) where n.supplier <> own;

    for place in
      select * from json_to_recordset(one->'places'->'take') as t(
        platform text, team text, conversation text, standing text) order by 1, 2, 3
    loop
      begin
        insert into tenant_place (platform, team, conversation, supplier, standing)
        values (place.platform, place.team, place.conversation, own, place.standing)
        on conflict (platform, team, conversation, supplier) do update set standing = excluded.standing;
      exception when unique_violation then
        select taken || coalesce(jsonb_agg(jsonb_build_object('what', 'conversation', 'platform', p.platform,
          'team', p.team, 'conversation', p.conversation, 'supplier', p.supplier)), '[]') into taken
        from tenant_place p
        where (p.platform, p.team, p.conversation) = (place.platform, place.team, place.conversation)
          and p.supplier <> own and p.standing in ('room', 'proposal');
      end;
    end loop;
  end loop;
  if taken <> '[]' then
    raise exception 'held by another supplier' using errcode = 'HELD1', detail = taken::text;
  end if;
end $$;

create or replace function commit_changes(
  changes json, log json, notices json, messages json, gate bigint, together boolean,
  out won text[], out inbox text
) language plpgsql as $$
declare
  given record;
  seqs integer[] := '{}';
  held json[] := '{}';
begin
  won := '{}';
  inbox := 'none';
  if gate is not null then
    update inbox i set status = 'done' where i.id = gate and i.status <> 'done';
    if not found then
      inbox := 'already_done';
      return;
    end if;
    inbox := 'done';
  end if;

  for given in
    select * from json_to_recordset(changes) as c(
      item text, kind text, expected integer, prev bytea, seq integer, head bytea, version integer, state jsonb,
      open boolean, next_due_at bigint, supplier text, customer text, status text, priority text, assignee text,
      reporter text, due_at bigint, waiting_for text[], claims json)
    order by item collate "C"
  loop
    if given.expected = 0 then
      insert into items (id, kind, seq, head, version, state, open, next_due_at, supplier, customer, status, priority,
        assignee, reporter, due_at, waiting_for)
      values (given.item, given.kind, given.seq, given.head, given.version, given.state, given.open, given.next_due_at,
        given.supplier, given.customer, given.status, given.priority, given.assignee, given.reporter, given.due_at,
        given.waiting_for)
      on conflict (id) do nothing;
    else
      update items set seq = given.seq, head = given.head, version = given.version,
        state = coalesce(given.state, state),
        state_seq = case when given.state is null then coalesce(state_seq, seq) end,
        open = given.open, next_due_at = given.next_due_at, supplier = given.supplier, customer = given.customer,
        status = given.status, priority = given.priority, assignee = given.assignee, reporter = given.reporter,
        due_at = given.due_at, waiting_for = given.waiting_for
      where id = given.item and seq = given.expected and head = given.prev;
    end if;
    if found then
      won := won || given.item;
      seqs := seqs || given.seq;
      if given.claims is not null then
        held := held || given.claims;
      end if;
    elsif together or gate is not null then
      raise exception '% moved meanwhile', given.item using errcode = 'LOST1';
    end if;
  end loop;
  if cardinality(held) > 0 then
    perform hold_claims(held);
  end if;

  insert into events (item, seq, at, by, type, body, salt, body_hash, hash)
  select e.item, e.seq, e.at, e.by, e.type, e.body, e.salt, e.body_hash, e.hash from json_to_recordset(log) as e(
    item text, seq integer, at bigint, by jsonb, type text, body jsonb, salt bytea, body_hash bytea, hash bytea)
  where e.item = any(won);

  insert into outbox (key, item, seq, line, lane, side, collapse, owed_at, next_try_at, notice)
  select n.key, n.item, n.seq, n.line, n.lane, n.side, n.collapse, n.owed_at, n.owed_at, n.notice
  from json_to_recordset(notices) as n(key text, item text, seq integer, line text, lane smallint, side text,
    collapse text, owed_at bigint, notice jsonb, place integer)
  where n.item is null or n.item = any(won) order by n.place
  on conflict (key) do nothing;

  insert into threads (platform, team, conversation, message, thread, item, side, root)
  select m.platform, m.team, m.conversation, m.message, m.thread, m.item, m.side, m.root
  from json_to_recordset(messages) as m(
    platform text, team text, conversation text, message text, thread text, item text, side text, root boolean)
  where m.item = any(won)
  on conflict do nothing;

  -- Last, and with a snapshot of its own: a card added while this commit waited for its item is seen.
  update living set wanted_seq = greatest(wanted_seq, moved.seq)
  from unnest(won, seqs) moved(item, seq) where living.item = moved.item;
end $$;
`

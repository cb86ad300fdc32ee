/**
 * What lists filter and sort by besides: when it was reported and ended, its category, whether a promise was missed; and the words
 * of number, title and report, by which it is found. The columns follow the state by themselves, so that they are right whichever
 * process wrote it.
 *
 * Chinese has no blanks, so of other letters than ASCII each pair counts as a word: `打印机` is found by `打印` and by `印机`. No
 * extension is needed, and no locale: servers differ in what is a letter to them. The two organisations are words too, so that
 * nothing is looked up among the work of others.
 */
export const findTickets = `
alter table items
  add column reported_at bigint generated always as (
    case when kind = 'ticket' then (state->>'reportedAt')::bigint end) stored,
  add column ended_at bigint generated always as (
    case when kind = 'ticket' and not open
      then coalesce((state->'cancelled'->>'at')::bigint, (state->>'closedAt')::bigint) end) stored,
  add column category text generated always as (
    case when kind = 'ticket' then state->'category'->>'value' end) stored,
  add column missed boolean generated always as (
    case when kind = 'ticket' then coalesce(state->'promised'->'response' ? 'breachedAt'
      or state->'promised'->'resolution' ? 'breachedAt', false) end) stored;

create index items_supplier_reported on items (supplier, kind, reported_at desc nulls last, id desc)
  include (customer);
create index items_customer_reported on items (customer, kind, reported_at desc nulls last, id desc);
create index items_supplier_ended on items (supplier, kind, ended_at desc nulls last, id desc)
  include (customer, status, missed) where not open;
create index items_customer_ended on items (customer, kind, ended_at desc nulls last, id desc)
  include (status, missed) where not open;
create index items_unclaimed on items (supplier, kind, due_at, id) where open and assignee is null;

create function words_in(said text) returns text[] language plpgsql immutable parallel safe as $$
declare
  plain text := lower(normalize(said, nfkc));
begin
  return array(
    select hit[1] from regexp_matches(plain, '[a-z0-9]+', 'g') hit
    union
    select hit[1] from regexp_matches(plain, '[a-z][a-z0-9]*-[a-z]{0,2}[0-9]+', 'g') hit
    union
    select substr(hit[1], place, 2)
    from regexp_matches(plain, '[^\\x01-\\x7f\\u2000-\\u206f\\u3000-\\u303f]+', 'g') hit,
      generate_series(1, length(hit[1])) place);
end $$;

create function words_sought(said text) returns text[] language plpgsql immutable parallel safe as $$
declare
  plain text := lower(normalize(said, nfkc));
begin
  return array(
    select quote_literal(hit[1]) || case when hit[1] like '%-%' then '' else ':*' end
    from regexp_matches(plain, '[a-z][a-z0-9]*-[a-z]{0,2}[0-9]+|[a-z0-9]+', 'g') hit
    union
    select quote_literal(substr(hit[1], place, 2)) || case when length(hit[1]) = 1 then ':*' else '' end
    from regexp_matches(plain, '[^\\x01-\\x7f\\u2000-\\u206f\\u3000-\\u303f]+', 'g') hit,
      generate_series(1, greatest(length(hit[1]) - 1, 1)) place);
end $$;

create function words_of(id text, supplier text, customer text, state jsonb) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(words_in(left(concat_ws(' ', id, state->>'title', state->>'text'), 2000))
    || ('=s/' || supplier) || coalesce('=c/' || customer, '=c'))
$$;

create table item_words (
  item text collate "C" primary key,
  words tsvector not null
);
insert into item_words (item, words)
select id, words_of(id, supplier, customer, state) from items where kind = 'ticket';
create index item_words_found on item_words using gin (words) with (gin_pending_list_limit = 256);

create function keep_words() returns trigger language plpgsql as $$
begin
  insert into item_words (item, words) values (new.id, words_of(new.id, new.supplier, new.customer, new.state))
  on conflict (item) do nothing;
  return null;
end $$;
create trigger keep_words after insert on items for each row when (new.kind = 'ticket') execute function keep_words();
`

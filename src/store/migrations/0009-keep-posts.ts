/**
 * What was posted on platforms that cannot be asked whether a post stands: one row per post and conversation. `parts` are its
 * messages in order, each with its id once the platform said it.
 */
export const keepPosts = `
create table post (
  platform text not null,
  key text not null,
  team text not null,
  conversation text not null,
  thread text,
  parts jsonb not null,
  whole boolean not null,
  at bigint not null,
  primary key (platform, key, team, conversation)
);
create index post_first on post (platform, team, conversation, (parts #>> '{0,message}'));
create index post_short on post (platform, at) where jsonb_array_length(parts) < 2;
`

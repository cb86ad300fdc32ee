/**
 * The conversations the bot knows on platforms that are only reached through what they said last. `usr` is the person of a
 * personal one. `dead` says why nothing is sent there any more; somebody who cannot be reached and never had a conversation
 * is kept under their own id.
 */
export const keepReferences = `
create table reference (
  platform text not null,
  team text not null,
  conversation text not null,
  kind text not null,
  usr text,
  service_url text not null,
  seen_at bigint not null,
  dead text,
  primary key (platform, team, conversation)
);
create index reference_person on reference (platform, team, usr) where usr is not null;
create index reference_latest on reference (platform, team, seen_at desc);
`

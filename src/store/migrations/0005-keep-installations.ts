/** The workspaces the bot is installed in. `token` is sealed (`src/store/token-box.ts`): a copy of the database alone speaks for nobody. */
export const keepInstallations = `
create table installation (
  platform text not null,
  team text not null,
  enterprise text,
  token text not null,
  bot_id text not null,
  bot_user text not null,
  scopes text[] not null,
  installed_at bigint not null,
  primary key (platform, team)
);
`

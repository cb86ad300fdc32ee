/**
 * That the machinery runs, said by whoever runs it, by the database's own clock so that no machine's clock matters. `told_at`:
 * since when the administrators know that it does not.
 */
export const feelPulse = `
create table pulse (
  part text primary key,
  at bigint not null,
  told_at bigint
);
`

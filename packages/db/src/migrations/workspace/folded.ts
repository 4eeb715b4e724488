/** Which columns and lanes of boards a member folded: by form, then by view and what it is folded of. */
export const folded = [`alter table _desk add column folded jsonb not null default '{}'`]

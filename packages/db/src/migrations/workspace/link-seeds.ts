/**
 * Of a public link only its hash is kept (AZ-12). The seed makes the link anew for those who build, together with the
 * secret of the server, which is not in the database; links from before have none and go on working unseen.
 */
export const linkSeeds = [
  `alter table _public_link add column token_hash text, add column seed text`,
  `update _public_link set token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')`,
  `alter table _public_link drop column token`,
  `alter table _public_link alter column token_hash set not null`,
  `create unique index _public_link_token_hash on _public_link (token_hash)`,
]

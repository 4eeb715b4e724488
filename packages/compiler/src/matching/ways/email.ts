const dotless = new Set(['gmail.com', 'googlemail.com'])

/** An address whatever its case and without what its owner sorts mail by: "Ann+shop@x.com" is "ann@x.com". */
export function email(value: string): string | undefined {
  const address = value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  const at = address.lastIndexOf('@')
  if (at < 1 || at === address.length - 1) return undefined
  const host = address.slice(at + 1).replace(/\.$/, '')
  const local = address.slice(0, at).replace(/(?<=.)\+.*$/, '')
  const own = dotless.has(host) ? local.replaceAll('.', '') : local
  return `${own === '' ? local : own}@${host}`
}

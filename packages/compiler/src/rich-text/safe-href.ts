const longest = 2000
const safe = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu

/** An address that a link of rich text may lead to; undefined for every other. */
export function safeHref(href: string | undefined): string | undefined {
  const address = href?.trim() ?? ''
  return address.length <= longest && safe.test(address) ? address : undefined
}

export interface MemberNameProps {
  readonly id: string
  readonly name: string
}

const colors = ['blue', 'cyan', 'green', 'gold', 'orange', 'magenta', 'purple'] as const

/** The same person has the same colour everywhere. */
function colorOf(id: string): (typeof colors)[number] {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return colors[sum % colors.length] ?? 'blue'
}

/** The last character of a Chinese name tells people of one family apart; Latin names have initials. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const latin = /^[\p{Script=Latin}]/u.test(name)
  if (!latin) return name.trim().slice(-1)
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
}

/** The small round mark of a person. */
export function MemberAvatar({ id, name }: MemberNameProps) {
  const color = colorOf(id)
  return (
    <span
      className="pw-avatar"
      aria-hidden="true"
      style={{ background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }}
    >
      {initials(name)}
    </span>
  )
}

/** A person: a small round mark and the name. */
export function MemberName({ id, name }: MemberNameProps) {
  return (
    <span className="pw-member" title={name}>
      <MemberAvatar id={id} name={name} />
      <span className="pw-cell-text">{name}</span>
    </span>
  )
}

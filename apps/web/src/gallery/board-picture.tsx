const columns = [
  { color: 'blue', cards: 4 },
  { color: 'cyan', cards: 3 },
  { color: 'gold', cards: 3 },
  { color: 'purple', cards: 2 },
  { color: 'green', cards: 2 },
] as const

/** A small drawing of a pipeline board in the colours of the theme. */
export function BoardPicture() {
  return (
    <svg viewBox="0 0 240 120" width="100%" height="120">
      {columns.map(({ color, cards }, column) => (
        <g key={color} transform={`translate(${12 + column * 44} 12)`}>
          <rect width="38" height="6" rx="3" fill={`var(--pw-${color}-solid, var(--pw-${color}-text))`} />
          {Array.from({ length: cards }, (_, card) => (
            <rect
              key={card}
              y={12 + card * 22}
              width="38"
              height="18"
              rx="3"
              fill="var(--pw-raised)"
              stroke="var(--pw-border)"
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** A text with what was sought in it marked. */
export function MarkedText(props: { text: string; marks: readonly (readonly [number, number])[] }) {
  const { text, marks } = props
  return (
    <>
      {marks.map(([from, to], place) => (
        <span key={from}>
          {text.slice(marks[place - 1]?.[1] ?? 0, from)}
          <mark className="palette-mark">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}

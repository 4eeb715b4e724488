import type { Impact } from '@pipewright/contract'
import { useLocalized } from '../environment/use-localized.ts'

/** What does not hold together in a draft, each with what to do about it. */
export function ProblemList({ problems }: { readonly problems: Impact['problems'] }) {
  const read = useLocalized()
  return (
    <ul className="pwd-places">
      {problems.map(({ pointer, text }, position) => (
        <li key={`${pointer} ${position}`}>{read(text)}</li>
      ))}
    </ul>
  )
}

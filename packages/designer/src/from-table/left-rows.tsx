import type { Import } from '@pipewright/contract'
import { useTexts } from '../texts/use-texts.ts'

const shown = 5

/** How many rows of a table stayed out, and why the first of them did. */
export function LeftRows({
  count,
  problems,
}: {
  readonly count: number
  readonly problems: Import['problems']
}) {
  const t = useTexts()
  return (
    <>
      <ul className="pwd-left-rows">
        {problems.slice(0, shown).map(({ row, column, value, message }) => (
          <li key={`${row} ${column ?? ''}`}>
            {t('fromTable.leftRow', { row, column: column ?? '', value: value ?? '', message })}
          </li>
        ))}
      </ul>
      <p>{t('fromTable.left', { count })}</p>
    </>
  )
}

import { makeKey } from '@pipewright/metadata'
import type { Field, Uniqueness } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { UniquenessRow, type UniquenessRowProps } from './uniqueness-row.tsx'

const most = 20

interface UniquenessListProps<U extends Uniqueness> {
  readonly all: readonly U[] | undefined
  readonly parts: readonly Field[]
  readonly words: UniquenessRowProps['words'] & { readonly empty: string }
  /** Undefined when nothing is left. */
  readonly onChange: (next: U[] | undefined) => void
  readonly among?: (each: U, change: (next: U) => void) => ReactNode
}

/** What must not occur twice: single fields or combinations, and in which spelling. */
export function UniquenessList<U extends Uniqueness>({
  all = [],
  parts,
  words,
  onChange,
  among,
}: UniquenessListProps<U>) {
  const t = useTexts()
  const change = (next: U[]) => onChange(next.length === 0 ? undefined : next)
  const [first] = parts
  const add = () => {
    if (first === undefined) return
    const key = makeKey('unique', new Set(all.map((each) => each.key)))
    change([...all, { key, fields: [first.key] } as U])
  }
  return (
    <>
      {all.length === 0 && <p className="pwd-quiet">{words.empty}</p>}
      {all.map((each) => {
        const put = (next: U) => change(all.map((one) => (one === each ? next : one)))
        return (
          <UniquenessRow
            key={each.key}
            parts={parts}
            words={words}
            uniqueness={each}
            onChange={(next) => put(next as U)}
            onRemove={() => change(all.filter((one) => one !== each))}
          >
            {among?.(each, put)}
          </UniquenessRow>
        )
      })}
      <Button icon={<Icon name="plus" />} disabled={all.length >= most || first === undefined} onClick={add}>
        {t('unique.add')}
      </Button>
    </>
  )
}

import type { Board } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useOptions, type ListedOption } from '../controls/options/option-list.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'

/** The columns a card can be moved to, and how each column is called. */
export function useColumnNames(field: Field, board: Board | undefined) {
  const { locale } = useRenderer()
  const t = useTexts()
  const chosen = useOptions(field)
  const options = useMemo((): readonly ListedOption[] => {
    if (field.type === 'choice') return chosen
    if (field.type === 'yesNo')
      return [
        { value: 'true', label: t('value.yes'), color: 'green' },
        { value: 'false', label: t('value.no'), color: 'gray' },
      ]
    // Nothing can be moved to what one may not see.
    return (board?.columns ?? []).flatMap(({ value, title }) =>
      value === null || title === null ? [] : [{ value, label: title ?? value, color: undefined }],
    )
  }, [field, chosen, board, t])
  const hidden = new Set(board?.columns.flatMap(({ value, title }) => (title === null ? [value] : [])))
  const nameOf = (value: string | null): string =>
    (value !== null && hidden.has(value) ? t('board.unseen') : undefined) ??
    (value === otherMark ? t('control.other') : undefined) ??
    options.find((option) => option.value === value)?.label ??
    value ??
    t('board.none', { field: localize(field.label, locale) })
  return { options, nameOf }
}

import type { Board } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useOptions, type ListedOption } from '../controls/options/option-list.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { MoveTarget } from './place.ts'

/** The columns a card can be moved to, and how each column is called. */
export function useColumnNames(form: string, field: Field, board: Board | undefined) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const chosen = useOptions(field)
  const document = index.form(form)
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
  const label = localize(field.label, locale)
  const none = t('board.none', { field: label })
  const hasNone = board?.columns.some(({ value }) => value === null) === true
  const target = useMemo(
    (): MoveTarget => ({
      field,
      label,
      options,
      none: hasNone ? none : undefined,
      staged: document?.stageField === field.key ? document : undefined,
    }),
    [field, label, options, hasNone, none, document],
  )
  const knownName = (value: string | null): string | undefined =>
    value === null
      ? none
      : ((hidden.has(value) ? t('board.unseen') : undefined) ??
        (value === otherMark ? t('control.other') : undefined) ??
        options.find((option) => option.value === value)?.label)
  const nameOf = (value: string | null): string => knownName(value) ?? value ?? none
  const colorOf = (value: string | null) => options.find((option) => option.value === value)?.color ?? 'gray'
  return { target, knownName, nameOf, colorOf }
}

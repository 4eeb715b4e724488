import type { RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate } from '../formats/date-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordSpan } from './record-span.ts'

export interface MomentWords {
  readonly when: string
  /** How the question about a move is headed, and what is said when it is done. */
  readonly heading: string
  readonly done: string
}

/** How periods, and moves of records to them, are told. */
export function useMomentWords(): (
  record: Pick<RecordAnswer, 'title'>,
  span: RecordSpan | null,
) => MomentWords {
  const { locale } = useRenderer()
  const t = useTexts()
  const at = (wall: string) =>
    formatDate(wall.slice(0, 10), locale) + (wall.length > 10 ? ` ${wall.slice(11, 16)}` : '')
  const told = (span: RecordSpan | null): string => {
    if (span === null) return t('moment.noDate')
    const { start, end } = span
    return end === null || end === start ? at(start) : `${at(start)} – ${at(end)}`
  }
  return ({ title }, span) => {
    const when = told(span)
    return {
      when,
      heading: t('board.fillFirst', { title, stage: when }),
      done: t('board.moved', { title, stage: when }),
    }
  }
}

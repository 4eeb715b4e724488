import type { RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate } from '../formats/date-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordSpan } from './record-span.ts'

/** How a move to other days is told. */
export function useMomentWords(): (
  record: RecordAnswer,
  span: RecordSpan,
) => { heading: string; done: string } {
  const { locale } = useRenderer()
  const t = useTexts()
  const at = (wall: string) =>
    formatDate(wall.slice(0, 10), locale) + (wall.length > 10 ? ` ${wall.slice(11, 16)}` : '')
  return ({ title }, { start, end }) => {
    const stage = end === null || end === start ? at(start) : `${at(start)} – ${at(end)}`
    return { heading: t('board.fillFirst', { title, stage }), done: t('board.moved', { title, stage }) }
  }
}

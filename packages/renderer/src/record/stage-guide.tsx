import type { RecordAnswer, Tick } from '@pipewright/contract'
import { dayIn, formatDate as dayText } from '@pipewright/logic'
import { daysInStage, daysOverdue, localize, stageOf } from '@pipewright/metadata'
import type { Form, Stage } from '@pipewright/schemas'
import { Icon, useSay } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate } from '../formats/date-format.ts'
import { Moment } from '../formats/moment.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface StageGuideProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly writable: boolean
}

/** How long the record has been in its stage, and whether that is too long. */
function StageTime({ form, record }: Omit<StageGuideProps, 'writable'>) {
  const { now } = useRenderer()
  const t = useTexts()
  const days = daysInStage(record.stage_since, now())
  const over = daysOverdue(form, record, now())
  if (days === undefined) return null
  return (
    <div className={over === undefined ? 'pw-stage-time' : 'pw-stage-time pw-overdue'}>
      <Icon name={over === undefined ? 'clock' : 'warning'} />
      {t('record.stageDays', { count: days })}
      {over !== undefined && ` · ${t('record.stageOverdue', { count: over })}`}
    </div>
  )
}

function TickLine({ tick }: { readonly tick: Tick | undefined }) {
  const t = useTexts()
  if (tick === undefined) return null
  return (
    <span className="pw-quiet">
      {t('record.tickedBy', { who: tick.name })} <Moment at={tick.at} />
    </span>
  )
}

/** Until when something is to be done; none where nobody said so or nobody knows since when the record is here. */
function DueLine(props: { readonly since: string | null | undefined; readonly days: number | undefined }) {
  const { now, zone, locale } = useRenderer()
  const t = useTexts()
  const { since, days } = props
  const begun = typeof since === 'string' && days !== undefined ? dayIn(zone, since) : null
  const today = dayIn(zone, now())
  if (begun === null || days === undefined || today === null) return null
  const due = begun + days
  const isLate = today > due
  const day = formatDate(dayText(due) ?? '', locale)
  return (
    <span className={isLate ? 'pw-tick-due pw-overdue' : 'pw-tick-due'}>
      <Icon name={isLate ? 'warning' : 'clock'} /> {t(isLate ? 'record.tickLate' : 'record.tickDue', { day })}
    </span>
  )
}

function Checklist({ form, record, writable, stage }: StageGuideProps & { readonly stage: Stage }) {
  const { data, locale } = useRenderer()
  const { message } = useSay()
  const queries = useQueryClient()
  const t = useTexts()
  const queryKey = ['checklist', form.key, record.id]
  const ticks = useQuery({ queryKey, queryFn: () => data.getTicks(form.key, record.id) })
  const set = async (item: string, done: boolean) => {
    try {
      queries.setQueryData(
        queryKey,
        await data.setTick(form.key, record.id, { stage: stage.key, item, done }),
      )
    } catch (error) {
      message.error(problemOf(error)?.title ?? t('board.lost'))
    }
  }
  return (
    <ul className="pw-checklist" aria-label={t('record.checklist')}>
      {(stage.checklist ?? []).map((item) => {
        const tick = ticks.data?.find((each) => each.stage === stage.key && each.item === item.key)
        return (
          <li key={item.key}>
            <Checkbox
              checked={tick !== undefined}
              disabled={!writable || ticks.data === undefined}
              onChange={({ target }) => void set(item.key, target.checked)}
            >
              {localize(item.label, locale)}
              {item.required === true && (
                <span className="pw-star" title={t('record.tickNeeded')} aria-hidden="true">
                  *
                </span>
              )}
              {item.required === true && <span className="pw-hidden-text">{t('record.tickNeeded')}</span>}
            </Checkbox>
            <TickLine tick={tick} />
            {tick === undefined && <DueLine since={record.stage_since} days={item.days} />}
          </li>
        )
      })}
    </ul>
  )
}

/** What to do in the stage a record stands on: time, guidance, what to say, things to tick off. */
export function StageGuide(props: StageGuideProps) {
  const { form, record } = props
  const { locale } = useRenderer()
  const t = useTexts()
  if (form.stageField === undefined) return null
  const stage = stageOf(form, record.values[form.stageField])
  const guidance = localize(stage?.guidance, locale)
  const script = localize(stage?.script, locale)
  const list = stage?.checklist ?? []
  if (
    stage === undefined ||
    (guidance === '' && script === '' && list.length === 0 && stage.days === undefined)
  )
    return null
  return (
    <section className="pw-stage-guide" aria-label={t('record.guide')}>
      {stage.days !== undefined && <StageTime form={form} record={record} />}
      {guidance !== '' && <p className="pw-guidance">{guidance}</p>}
      {list.length > 0 && <Checklist {...props} stage={stage} />}
      {script !== '' && (
        <details className="pw-script">
          <summary>{t('record.script')}</summary>
          <p>{script}</p>
        </details>
      )}
    </section>
  )
}

import type { HistoryEvent, JsonValue } from '@pipewright/contract'
import { elementName, elementsOf, localize, type DefinitionIndex } from '@pipewright/metadata'
import type { TextKey } from '../../texts/use-texts.ts'
import { isOpened, longest, type Change } from './opened/is-opened.ts'
import { rowLines, type Telling } from './row-lines.ts'
import { isEmptyValue } from '../../form/engine/is-empty-value.ts'

export interface EventScene extends Telling {
  readonly index: DefinitionIndex
  readonly form: string
  readonly name: (member: string) => string | undefined
}

export interface EventWords {
  /** One sentence. */
  readonly sentence: string
  /** The change that the sentence alone does not tell. */
  readonly opens: Change | null
  /** Further lines when several fields changed, and of each the change that it does not tell. */
  readonly lines: readonly { readonly text: string; readonly opens: Change | null }[]
  /** How it came about, when not by hand. */
  readonly via: string | null
}

const kinds: Readonly<Record<string, TextKey>> = {
  create: 'record.created',
  delete: 'record.deleted',
  restore: 'record.restored',
  share: 'record.shared',
  unshare: 'record.unshared',
  convert: 'record.converted',
  merge: 'record.merged',
  unmerge: 'record.unmerged',
  submit: 'record.submitted',
  approve: 'record.approved',
  reject: 'record.rejected',
  withdraw: 'record.withdrawn',
}

const causes: Readonly<Record<string, TextKey>> = {
  import: 'record.viaImport',
  workflow: 'record.viaWorkflow',
  conversion: 'record.viaConversion',
  api: 'record.viaApi',
  publicForm: 'record.viaPublicForm',
  button: 'record.viaButton',
  merge: 'record.viaMerge',
}

function words(scene: EventScene, change: Change) {
  const field = scene.index.field(scene.form, change.field)?.field
  const label = localize(field?.label, scene.locale)
  const tell = (value: JsonValue) => (field === undefined ? '' : scene.format(field, value))
  const told = { old: tell(change.old), new: tell(change.new) }
  const opens = field !== undefined && isOpened(field, told) ? change : null
  return { label, ...told, opens, isKnown: label !== '' }
}

function changeSentence(scene: EventScene, who: string, change: Change): string {
  const said = words(scene, change)
  const params = { who, field: said.label, old: said.old, new: said.new }
  if (said.old.length > longest || said.new.length > longest) return scene.t('record.edited', params)
  if (said.old === said.new) return scene.t('record.edited', params)
  if (isEmptyValue(change.old)) return scene.t('record.filled', params)
  return scene.t(isEmptyValue(change.new) ? 'record.cleared' : 'record.changed', params)
}

/** The rows of line items that changed; nothing for other fields. */
function linesOfRows(scene: EventScene, change: Change): readonly string[] {
  const field = scene.index.field(scene.form, change.field)?.field
  return field?.type === 'lineItems' ? rowLines(scene, field, change.old, change.new) : []
}

function changeLine(scene: EventScene, change: Change): string {
  const said = words(scene, change)
  if (said.old.length > longest || said.new.length > longest || said.old === said.new) return said.label
  const empty = scene.t('value.empty')
  return isEmptyValue(change.old)
    ? `${said.label}: ${said.new}`
    : `${said.label}: ${said.old} → ${said.new || empty}`
}

/** What is written on the button that was pressed; nothing where it is gone. */
function buttonName({ cause }: HistoryEvent, { index, form, locale }: EventScene): string {
  const [of, key] = cause.type === 'button' ? (cause.id ?? '').split('.') : []
  const found = index.form(of ?? form)
  const element = found && elementsOf(found).find((one) => one.key === key)
  return element === undefined ? '' : localize(elementName(element), locale)
}

/** The records a merge is about, as far as they may be seen. */
function mergedNames({ cause }: HistoryEvent, scene: EventScene): string {
  const names = (cause.records ?? []).map((id) => scene.name(id) ?? scene.t('record.anotherRecord'))
  return new Intl.ListFormat(scene.locale === 'zh' ? 'zh-CN' : 'en', { type: 'conjunction' }).format(
    [...new Set(names)].map((name) => `“${name}”`),
  )
}

/** What is deleted by a merge went into another record. */
const kindOf = ({ kind, cause }: HistoryEvent): TextKey | undefined =>
  kind === 'delete' && cause.type === 'merge' ? 'record.mergedInto' : kinds[kind]

/** A change of a record as people say it: "Li Na changed Stage from Proposal to Won". */
export function eventWords(event: HistoryEvent, scene: EventScene): EventWords {
  const who =
    event.member === null
      ? scene.t('record.system')
      : (scene.name(event.member) ?? scene.t('record.somebody'))
  const cause = causes[event.cause.type]
  const via = cause === undefined ? null : scene.t(cause, { button: buttonName(event, scene) })
  const kind = kindOf(event)
  const known = event.changes.filter((change) => words(scene, change).isKnown)
  const whom = scene.name(event.cause.id ?? '') ?? scene.t('record.somebody')
  if (kind !== undefined) {
    const isMerge = event.cause.type === 'merge'
    const records = isMerge ? mergedNames(event, scene) : ''
    const sentence = scene.t(kind, { who, whom, records })
    return { sentence, opens: null, lines: [], via: isMerge ? null : via }
  }
  const [first, ...rest] = known
  if (first === undefined) return { sentence: scene.t('record.other', { who }), opens: null, lines: [], via }
  if (rest.length === 0)
    return {
      sentence: changeSentence(scene, who, first),
      opens: words(scene, first).opens,
      lines: linesOfRows(scene, first).map((text) => ({ text, opens: null })),
      via,
    }
  const labels = known.map((change) => words(scene, change).label)
  const list = new Intl.ListFormat(scene.locale === 'zh' ? 'zh-CN' : 'en', { type: 'conjunction' }).format(
    labels,
  )
  return {
    sentence: scene.t('record.edited', { who, field: list }),
    opens: null,
    lines: known.flatMap((change) => {
      const { opens } = words(scene, change)
      const rows = linesOfRows(scene, change)
      return (rows.length === 0 ? [changeLine(scene, change)] : rows).map((text) => ({ text, opens }))
    }),
    via,
  }
}

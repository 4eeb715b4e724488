import { fieldProblems, problems, problemText, type Locale } from '@pipewright/contract'
import {
  withTriedConversions,
  type DraftImpact,
  type RecordProblem,
  type Scene,
  type Transacting,
  type TriedConversion,
} from '@pipewright/db'
import { localize } from '@pipewright/metadata'

type Reason = (problem: RecordProblem, tried: TriedConversion) => string

/** Why a record is not converted: the field of the record that would be made, and what is wrong with it. */
const reasonIn =
  (locale: Locale): Reason =>
  ({ code, errors = [], params }, { conversion, app }) => {
    const [first] = errors
    if (first === undefined) return problemText(problems[code], locale, params)
    const [, , stepKey, key] = first.pointer.split('/')
    const step = conversion.creates.find((one) => one.key === stepKey)
    const form = step && app?.index.form(step.form)
    const field = step && key !== undefined && app?.index.field(step.form, key)?.field
    const place = [form, field].flatMap((one) => (one ? [localize(one.label, locale) || one.key] : []))
    const what = problemText(fieldProblems[first.code], locale, first.params)
    return place.length === 0 ? what : `${place.join(' › ')}${locale === 'zh' ? '：' : ': '}${what}`
  }

/** The impact, and what conversions that are new or another would do to the latest records there are. */
export const conversionTrials = (
  database: Transacting,
  scene: Scene,
  impact: DraftImpact,
): Promise<DraftImpact> =>
  withTriedConversions(database, scene, impact, (problem, tried) => ({
    en: reasonIn('en')(problem, tried),
    zh: reasonIn('zh')(problem, tried),
  }))

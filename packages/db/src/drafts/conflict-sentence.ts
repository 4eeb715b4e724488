import { localize, problemText, type Conflict, type Locale, type Problem } from '@pipewright/metadata'
import type { AppDefinition, LocalizedText } from '@pipewright/schemas'
import type { Sentence } from '../revisions/revisions.ts'
import { draftTexts } from './texts/draft-texts.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function child(value: unknown, segment: string): unknown {
  if (Array.isArray(value))
    return value.find((item) => isObject(item) && [item.key, item.field, item.form].includes(segment))
  return isObject(value) ? value[segment] : undefined
}

/** The labels along the way to a place whose arrays go by key. */
function labelsAlong(definition: AppDefinition, pointer: string, locale: Locale): string[] {
  const labels: string[] = []
  let value: unknown = definition
  for (const part of pointer.split('/').slice(1)) {
    value = child(value, part.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (!isObject(value)) break
    const label = localize(value.label as LocalizedText | undefined, locale)
    if (label !== '') labels.push(label)
  }
  return labels
}

/** Says what both sides changed. */
export function conflictSentence(definition: AppDefinition, { pointer }: Conflict): Sentence {
  const say = (locale: Locale): string => {
    const labels = labelsAlong(definition, pointer, locale)
    const place = labels.length === 0 ? localize(definition.name, locale) : labels.join(' › ')
    return draftTexts[locale].bothChanged(place)
  }
  return { en: say('en'), zh: say('zh') }
}

/** Says what does not fit together after both sides' changes are brought together. */
export const problemSentence = (problem: Problem): Sentence => ({
  en: problemText(problem, 'en'),
  zh: problemText(problem, 'zh'),
})

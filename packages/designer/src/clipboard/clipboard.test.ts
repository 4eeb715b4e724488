import { applyEdits, indexDefinition } from '@pipewright/metadata'
import {
  aChoiceField,
  aForm,
  aFormulaField,
  aNumberField,
  anApp,
  aRelationField,
  aSalesApp,
  aTextField,
} from '@pipewright/metadata/builders'
import type { AppDefinition, Form } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { fieldOrder } from '../tree/layout-places.ts'
import { clipFields, readClip, type FieldClip } from './field-clip.ts'
import { pasteEdits } from './paste-edits.ts'

const sets = [{ key: 'sources', label: { en: 'Sources' }, options: [{ key: 'web', label: { en: 'Web' } }] }]
const form = aForm({
  key: 'deal',
  fields: [
    aNumberField({ key: 'price' }),
    aFormulaField({ key: 'net', expression: { mul: [{ var: 'price' }, 2] } }),
    aRelationField({ key: 'client', form: 'client' }),
  ],
})
const client = aForm({ key: 'client', fields: [aTextField({ key: 'name' })] })
const app = anApp({ forms: [form, client] })
const travel = (clip: FieldClip): FieldClip => readClip(JSON.stringify(clip)) ?? clip
const find = (definition: AppDefinition, key: string): Form => {
  const found = indexDefinition(definition).form(key)
  if (found === undefined) throw new Error(`no form ${key}`)
  return found
}

function paste(into: AppDefinition, key: string, clip: FieldClip) {
  const target = find(into, key)
  const slot = { section: target.layout.sections[0]?.key ?? '', index: 0 }
  const pasted = pasteEdits(into, target, clip, slot, 'en')
  const result = applyEdits(into, pasted.edits)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return { ...pasted, form: find(result.definition, key), definition: result.definition }
}

describe('fields on the clipboard', () => {
  it('are doubled in their form under new keys, and copied formulas read the copies', () => {
    const { keys, form: after, missing } = paste(app, 'deal', travel(clipFields(app, form, ['net', 'price'])))
    expect(missing).toEqual([])
    expect(keys).toHaveLength(2)
    expect(new Set(fieldOrder(after)).size).toBe(5)
    const copy = after.fields.find(({ key, type }) => type === 'formula' && key !== 'net')
    expect(JSON.stringify(copy)).not.toContain('"price"')
  })

  it('come to another app with their shared options, once', () => {
    const from = anApp({
      forms: [
        aForm({
          key: 'deal',
          fields: [aChoiceField({ key: 'source', optionSet: 'sources', options: undefined as never })],
        }),
      ],
      optionSets: sets,
    })
    const clip = travel(
      JSON.parse(JSON.stringify(clipFields(from, find(from, 'deal'), ['source']))) as FieldClip,
    )
    const first = paste(app, 'client', clip)
    expect(first.definition.optionSets.map(({ key }) => key)).toEqual(['sources'])
    const second = paste(first.definition, 'client', clip)
    expect(second.definition.optionSets).toHaveLength(1)
    expect(second.keys).not.toEqual(first.keys)
  })

  it('leave behind what the other app does not have, and say so', () => {
    const other = anApp({ forms: [aForm({ key: 'note', fields: [aTextField({ key: 'text' })] })] })
    const {
      keys,
      missing,
      form: after,
    } = paste(other, 'note', travel(clipFields(app, form, ['net', 'client'])))
    expect(keys).toEqual(['net'])
    expect(after.fields.find(({ key }) => key === 'net')).toMatchObject({ expression: null })
    expect(new Set(missing.map(({ isWhole }) => isWhole))).toEqual(new Set([false, true]))
  })

  it.each([
    'hello',
    '{"pipewright":"fields"}',
    '{"pipewright":"fields","fields":[],"optionSets":[]}',
    '{"pipewright":"fields","fields":[{"field":1}],"optionSets":[]}',
    `{"pipewright":"fields","fields":[${'['.repeat(10_000)}`,
  ])('are not read from %j', (text) => {
    expect(readClip(text)).toBeNull()
  })

  it('that somebody made up are refused by the same checks as any edit', () => {
    const clip = readClip(
      JSON.stringify({
        pipewright: 'fields',
        fields: [{ field: { type: 'text', key: '__proto__; drop', label: { en: 'x' }, extra: 1 } }],
        optionSets: [],
      }),
    )
    const made = clip === null ? null : pasteEdits(app, form, clip, { section: 'main', index: 0 }, 'en')
    expect(made?.keys).toEqual([])
    expect(made?.missing).toHaveLength(1)
  })

  it('keep every field of a sales app when it is pasted into an empty form of the same app', () => {
    const sales = aSalesApp()
    const deal = find(sales, 'opportunity')
    const { missing, keys } = paste(sales, 'account', travel(clipFields(sales, deal, fieldOrder(deal))))
    expect(keys.length + missing.filter(({ isWhole }) => isWhole).length).toBe(deal.fields.length)
  })
})

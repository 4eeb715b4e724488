import { applyEdits, loadDefinition } from '@pipewright/metadata'
import { aRole, aSalesApp, anApp } from '@pipewright/metadata/builders'
import { describe, expect, it } from 'vitest'
import { newFormEdits } from './new-form.ts'

describe('a new form', () => {
  it.each([
    ['beside others', aSalesApp()],
    ['as the very first', anApp({ forms: [], roles: [aRole({ admin: true, key: 'admin' }), aRole()] })],
  ])('makes a definition that loads: %s', (_, app) => {
    const made = newFormEdits(app, { label: { zh: '合同' }, roles: ['rep'] })
    const result = applyEdits(app, made.edits)
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    expect(loadDefinition(result.definition)).toEqual({ definition: result.definition })
    expect(made.form).toBe('he_tong')
    expect(result.definition.roles.find(({ key }) => key === 'rep')?.forms.at(-1)).toMatchObject({
      form: 'he_tong',
      scope: { type: 'own' },
      write: ['name'],
    })
  })

  it('never takes the key of a form that was removed', () => {
    const app = anApp({ retired: ['contract'] })
    expect(newFormEdits(app, { label: { en: 'Contract' }, roles: [] }).form).toBe('contract_2')
  })

  it('stands among other forms, not in a group of dashboards', () => {
    const app = aSalesApp()
    const overview = {
      key: 'overview',
      label: { en: 'Overview' },
      items: [{ type: 'dashboard' as const, key: 'sales' }],
    }
    const { edits } = newFormEdits(
      { ...app, navigation: [overview, ...app.navigation] },
      { label: { en: 'Contract' }, roles: [] },
    )
    const set = edits.find((edit) => edit.type === 'setNavigation')
    expect(set?.navigation[0]).toEqual(overview)
    expect(set?.navigation[1]?.items.at(-1)).toEqual({ type: 'form', key: 'contract' })
  })
})

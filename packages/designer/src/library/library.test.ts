import { applyEdits } from '@pipewright/metadata'
import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import type { Edit } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { addLibraryEdit } from './add-library-field.ts'
import { libraryEntries } from './library-entries.ts'

describe('library of standard fields', () => {
  it('fits into a form as a whole, and once more under other keys', () => {
    const app = anApp({ forms: [aForm({ key: 'deal', fields: [aTextField({ key: 'name' })] })] })
    let definition = app
    for (let round = 0; round < 2; round += 1)
      for (const { field } of libraryEntries) {
        const form = definition.forms[0]
        if (form === undefined) throw new Error('the form is gone')
        const slot = { section: form.layout.sections[0]?.key ?? '', index: 0 }
        const edit: Edit | null = addLibraryEdit(definition, form, field.key, slot)
        const result = applyEdits(definition, edit === null ? [] : [edit])
        if ('problems' in result) throw new Error(JSON.stringify(result.problems))
        definition = result.definition
      }
    expect(definition.forms[0]?.fields).toHaveLength(1 + 2 * libraryEntries.length)
  })

  it.each(libraryEntries.map(({ field }) => [field.key, field] as const))(
    '%s has a name in both languages',
    (_, { label }) => {
      expect(label.en).toMatch(/^[A-Z]/)
      expect(label.zh).toMatch(/\p{Script=Han}/u)
    },
  )
})

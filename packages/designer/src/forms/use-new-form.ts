import type { LocalizedText } from '@pipewright/schemas'
import { useState } from 'react'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useTableForm } from '../from-table/use-table-form.ts'
import { newFormEdits } from './new-form.ts'

type Start = 'blank' | 'table'

/** What is asked for a new form, and its making. */
export function useNewForm(onClose: () => void, begin: Start) {
  const { locale, edit, openForm, onPublished } = useDesign()
  const definition = useDefinition()
  const table = useTableForm(onPublished)
  const others = definition.roles.filter((role) => role.admin !== true)
  const [start, setStart] = useState<Start>(begin)
  const [label, setLabel] = useState<LocalizedText>({})
  const [roles, setRoles] = useState<readonly string[] | null>(null)
  const [imports, setImports] = useState(true)
  const chosen = roles ?? others.map(({ key }) => key)
  const isNamed = (label.en ?? label.zh ?? '').trim() !== ''
  const file = start === 'table' ? table.chosen?.file : undefined
  const isReady = isNamed && (start === 'blank' || (file !== undefined && table.fields.length > 0))
  const create = () => {
    if (!isReady) return
    const fromTable =
      start === 'table'
        ? { fields: table.fields, ...(table.title === undefined ? {} : { title: table.title }) }
        : {}
    const made = newFormEdits(definition, { label, roles: chosen, ...fromTable })
    const brings = file !== undefined && imports && table.canImport
    if (!edit(...made.edits)) return
    setLabel({})
    setRoles(null)
    table.clear()
    onClose()
    openForm(made.form)
    if (brings) void table.importInto(made.form, file)
  }
  const name = (found: string) => {
    if (!isNamed && found !== '') setLabel({ [locale]: found.slice(0, 80) })
  }
  return {
    start,
    setStart,
    label,
    setLabel,
    others,
    chosen,
    setRoles,
    imports,
    setImports,
    isReady,
    create,
    table,
    name,
  }
}

import type { FormRights } from '@pipewright/contract'
import type { RendererData, RendererEnvironment } from '@pipewright/renderer'
import { useMemo } from 'react'
import { useDefinition, useDesign } from './design-context.ts'

/** What the renderer leans on when it draws the draft. */
export function useEnvironment(
  records: RendererData,
  rights: Readonly<Record<string, FormRights>>,
): RendererEnvironment {
  const { app, locale } = useDesign()
  const definition = useDefinition()
  return useMemo(
    () => ({
      definition,
      rights,
      locale,
      zone: app.member.zone,
      calendar: app.workspace.calendar,
      me: app.member.id,
      department: app.member.department,
      people: app.people,
      departments: app.departments,
      data: records,
      now: () => new Date().toISOString(),
      newId: () => crypto.randomUUID(),
    }),
    [definition, rights, locale, app.member, app.workspace, app.people, app.departments, records],
  )
}

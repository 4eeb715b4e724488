import { RendererProvider, type ListLook, type RendererEnvironment } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { useMemo } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { rendererData } from '../queries/renderer-data.ts'
import { useWorkspace, workspacePath } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useOfferUndo } from '../undo/use-offer-undo.tsx'
import { readAddress, writeAddress } from './list/list-address.ts'

/** Gives the renderer the published app and the ways to its data. */
export function RecordsFrame() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const text = useText()
  const offerUndo = useOfferUndo()
  const environment = useMemo((): RendererEnvironment => {
    const listUrl = (form: string, { filter, search, sort }: ListLook) => {
      const shown = { ...readAddress(new URLSearchParams()), filter, search }
      const address = { ...shown, sort: sort.length === 0 ? null : [...sort] }
      return workspacePath(app, `/f/${form}?${new URLSearchParams(writeAddress(address)).toString()}`)
    }
    const recordUrl = (form: string, id: string) => workspacePath(app, `/f/${form}/${id}`)
    return {
      definition: app.definition,
      rights: app.rights,
      locale,
      zone: app.member.zone,
      calendar: app.workspace.calendar,
      me: app.member.id,
      department: app.member.department,
      roles: app.member.roles,
      people: app.people,
      departments: app.departments,
      data: rendererData(app.workspace.key, ({ title }, set) => offerUndo(text('created', { title }), set)),
      now: () => new Date().toISOString(),
      newId: () => crypto.randomUUID(),
      recordUrl,
      listUrl,
      openList: (form, look) => void navigate(listUrl(form, look)),
      openRecord: (form, id) => void navigate(recordUrl(form, id)),
    }
  }, [app, locale, navigate, text, offerUndo])
  return (
    <RendererProvider environment={environment}>
      <Outlet />
    </RendererProvider>
  )
}

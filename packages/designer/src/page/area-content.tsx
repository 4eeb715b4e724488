import type { RendererData } from '@pipewright/renderer'
import type { ComponentType } from 'react'
import { ConversionsArea } from '../conversions/conversions-area.tsx'
import { DashboardsArea } from '../dashboards/dashboards-area.tsx'
import { useDesign, useOpenForm } from '../environment/design-context.ts'
import { formAreas, type Area } from '../environment/selection.ts'
import { NoForm } from '../forms/no-form.tsx'
import { NavigationArea } from '../navigation/navigation-area.tsx'
import { PublicFormsArea } from '../public-forms/public-forms-area.tsx'
import { ReportsArea } from '../reports/reports-area.tsx'
import { RolesArea } from '../roles/roles-area.tsx'
import { RulesArea } from '../rules/rules-area.tsx'
import { SettingsArea } from '../settings/settings-area.tsx'
import { StagesArea } from '../stages/stages-area.tsx'
import { ViewsArea } from '../views/views-area.tsx'
import { WorkflowsArea } from '../workflows/workflows-area.tsx'
import { FieldsArea } from './fields-area.tsx'

export interface AreaContentProps {
  readonly preview: boolean
  readonly records: RendererData
}

const contents: Readonly<Record<Area, ComponentType<AreaContentProps>>> = {
  fields: FieldsArea,
  settings: SettingsArea,
  rules: RulesArea,
  stages: StagesArea,
  views: ViewsArea,
  workflows: WorkflowsArea,
  conversions: ConversionsArea,
  publicForms: PublicFormsArea,
  reports: ReportsArea,
  dashboards: DashboardsArea,
  roles: RolesArea,
  navigation: NavigationArea,
}

/** The part of the app that is being designed. */
export function AreaContent(props: AreaContentProps) {
  const { area } = useDesign()
  const form = useOpenForm()
  const Content = contents[area]
  const needsForm = formAreas.has(area) || area === 'reports'
  return needsForm && form === undefined ? <NoForm /> : <Content {...props} />
}

import { access } from './access.ts'
import { area } from './area.ts'
import { bar } from './bar.ts'
import { builders } from './builders.ts'
import { canvas } from './canvas.ts'
import { color } from './color.ts'
import { conversions } from './conversions.ts'
import { dashboards } from './dashboards.ts'
import { dnd } from './dnd.ts'
import { documents } from './documents.ts'
import { elements } from './elements.ts'
import { entry } from './entry.ts'
import { examples } from './examples.ts'
import { forms } from './forms.ts'
import { fromTable } from './from-table.ts'
import { formula } from './formula.ts'
import { inspector } from './inspector.ts'
import { layouts } from './layouts.ts'
import { keys } from './keys.ts'
import { language } from './language.ts'
import { mailTemplates } from './mail-templates.ts'
import { matching } from './matching.ts'
import { measure } from './measure.ts'
import { navigation } from './navigation.ts'
import { numbering } from './numbering.ts'
import { options } from './options.ts'
import { page } from './page.ts'
import { pages } from './pages.ts'
import { palette } from './palette.ts'
import { preview } from './preview.ts'
import { problem } from './problem.ts'
import { publicForms } from './public-forms.ts'
import { reminders } from './reminders.ts'
import { reports } from './reports.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { roles } from './roles.ts'
import { rules } from './rules.ts'
import { settings } from './settings.ts'
import { stages } from './stages.ts'
import { start } from './start.ts'
import { typeChange } from './type-change.ts'
import { labels } from './labels.ts'
import { unique } from './unique.ts'
import { views } from './views.ts'
import { workflows } from './workflows.ts'

export const zh = {
  access,
  area,
  bar,
  builders,
  canvas,
  color,
  conversions,
  dashboards,
  dnd,
  documents,
  elements,
  entry,
  examples,
  forms,
  formula,
  fromTable,
  inspector,
  keys,
  language,
  layouts,
  mailTemplates,
  matching,
  measure,
  navigation,
  numbering,
  options,
  page,
  pages,
  palette,
  preview,
  problem,
  publicForms,
  reminders,
  reports,
  result,
  review,
  roles,
  rules,
  settings,
  stages,
  start,
  typeChange,
  labels,
  unique,
  views,
  workflows,
}

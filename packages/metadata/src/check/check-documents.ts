import type { AppDefinition, Field } from '@pipewright/schemas'
import { toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { widgetContent } from '../widget-content.ts'
import { viewKinds } from '../view-kinds/index.ts'
import { checkField } from './check-field.ts'
import { checkUniqueItems, checkUniqueKeys } from './check-unique.ts'

const mostFields = 1000

const countWithColumns = (field: Field): number =>
  1 +
  (field.type === 'lineItems' ? field.fields.reduce((sum, column) => sum + countWithColumns(column), 0) : 0)

function checkForms({ forms }: AppDefinition): Problem[] {
  return forms.flatMap((form, position) => {
    const at = ['forms', position, 'fields']
    // Rows have a table of their own, but they fill the same form, list of rights and record schema.
    const count = form.fields.reduce((sum, field) => sum + countWithColumns(field), 0)
    const problems = form.fields.flatMap((field, place) => checkField(field, [...at, place]))
    if (count > mostFields)
      problems.push(problem('too-many-fields', toPointer(at), { count, most: mostFields }))
    return problems
  })
}

function checkViews({ views }: AppDefinition): Problem[] {
  return views.flatMap((view, position) => [
    ...checkUniqueItems(view.columns, ['views', position, 'columns']),
    ...viewKinds[view.type].required
      .filter((setting) => view[setting] === undefined)
      .map((setting) => problem('view-setting-missing', toPointer(['views', position]), { setting })),
  ])
}

function checkDashboards({ dashboards }: AppDefinition): Problem[] {
  return dashboards.flatMap(({ label, widgets }, position) =>
    widgets.flatMap((widget, place) =>
      widgetContent(widget) === undefined
        ? [
            problem('widget-content', toPointer(['dashboards', position, 'widgets', place]), {
              dashboard: label,
            }),
          ]
        : [],
    ),
  )
}

function checkNavigation({ navigation }: AppDefinition): Problem[] {
  return navigation.flatMap(({ items }, position) =>
    items.flatMap(({ type, key, label, url }, place) =>
      type === 'link' && (label === undefined || url === undefined)
        ? [problem('link-incomplete', toPointer(['navigation', position, 'items', place]), { key })]
        : [],
    ),
  )
}

function checkReports({ reports }: AppDefinition): Problem[] {
  return reports.flatMap((report, position) =>
    report.measures.flatMap((measure, place) =>
      measure.function !== 'count' && measure.field === undefined
        ? [
            problem('field-missing', toPointer(['reports', position, 'measures', place]), {
              function: measure.function,
            }),
          ]
        : [],
    ),
  )
}

function checkRoles({ roles }: AppDefinition): Problem[] {
  return roles.flatMap((role, position) => {
    const at = ['roles', position]
    const forms = role.forms.map((right) => right.form)
    const lists = role.forms.flatMap(({ read, write }, place) => {
      const here = [...at, 'forms', place]
      const alsoWritten = read.flatMap((path, index) =>
        write.includes(path)
          ? [problem('listed-twice', toPointer([...here, 'read', index]), { key: path })]
          : [],
      )
      // A field stands in one of the two lists: to write means to read.
      return [
        ...checkUniqueItems(write, [...here, 'write']),
        ...checkUniqueItems(read, [...here, 'read']),
        ...alsoWritten,
      ]
    })
    return [
      ...checkUniqueItems(forms, [...at, 'forms']),
      ...lists,
      ...checkUniqueItems(role.dashboards, [...at, 'dashboards']),
    ]
  })
}

function checkConversions({ forms }: AppDefinition): Problem[] {
  return forms.flatMap((form, position) =>
    (form.conversions ?? []).flatMap(({ open, creates }, place) =>
      open === undefined || creates.some((step) => step.key === open)
        ? []
        : [
            problem('unknown-step', toPointer(['forms', position, 'conversions', place, 'open']), {
              key: open,
            }),
          ],
    ),
  )
}

/** What each document must hold to apart from its keys, layout and references. */
export const checkDocuments = (definition: AppDefinition): Problem[] => [
  ...checkForms(definition),
  ...definition.optionSets.flatMap(({ options }, position) =>
    checkUniqueKeys(options, ['optionSets', position, 'options']),
  ),
  ...checkViews(definition),
  ...checkReports(definition),
  ...checkDashboards(definition),
  ...checkNavigation(definition),
  ...checkRoles(definition),
  ...checkConversions(definition),
]

import type { Edit } from '@pipewright/schemas'
import { addElement } from './add-element.ts'
import { addField } from './add-field.ts'
import { addForm } from './add-form.ts'
import { addSection } from './add-section.ts'
import { changeFieldType } from './change-field-type.ts'
import { placeField } from './place-field.ts'
import { putLayout } from './put-layout.ts'
import { removeLayout } from './remove-layout.ts'
import { unplaceField } from './unplace-field.ts'
import { moveConversion } from './move-conversion.ts'
import { moveField } from './move-field.ts'
import { moveSection } from './move-section.ts'
import { putConversion } from './put-conversion.ts'
import { putDashboard } from './put-dashboard.ts'
import { putOptionSet } from './put-option-set.ts'
import { putPublicForm } from './put-public-form.ts'
import { putReport } from './put-report.ts'
import { putRole } from './put-role.ts'
import { putRule } from './put-rule.ts'
import { putView } from './put-view.ts'
import { putWorkflow } from './put-workflow.ts'
import { removeConversion } from './remove-conversion.ts'
import { removeDocument } from './remove-document.ts'
import { removeElement } from './remove-element.ts'
import { removeField } from './remove-field.ts'
import { removeForm } from './remove-form.ts'
import { removePublicForm } from './remove-public-form.ts'
import { removeRule } from './remove-rule.ts'
import { removeSection } from './remove-section.ts'
import { restore } from './restore.ts'
import { setCurrency } from './set-currency.ts'
import { setElement } from './set-element.ts'
import { setField } from './set-field.ts'
import { setForm } from './set-form.ts'
import { setName } from './set-name.ts'
import { setNavigation } from './set-navigation.ts'
import { setPage } from './set-page.ts'
import { setSection } from './set-section.ts'
import { setWidth } from './set-width.ts'
import type { EditOf, EditSpec } from './edit-spec.ts'

/** One entry per type of edit. */
export const edits: { readonly [T in Edit['type']]: EditSpec<EditOf<T>> } = {
  addForm,
  removeForm,
  setForm,
  addField,
  removeField,
  setField,
  changeFieldType,
  moveField,
  setWidth,
  addSection,
  removeSection,
  setSection,
  moveSection,
  setPage,
  addElement,
  setElement,
  removeElement,
  placeField,
  unplaceField,
  putLayout,
  removeLayout,
  putRule,
  removeRule,
  putConversion,
  removeConversion,
  moveConversion,
  putPublicForm,
  removePublicForm,
  putView,
  putWorkflow,
  putReport,
  putDashboard,
  putRole,
  putOptionSet,
  removeDocument,
  setNavigation,
  setName,
  setCurrency,
  restore,
}

/** The entry for an edit whose type is only known at run time. */
export function specOfEdit(edit: Edit): EditSpec<Edit> {
  return edits[edit.type]
}

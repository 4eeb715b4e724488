import { meets, viewSettings, type DefinitionIndex, type ViewSetting } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'

/** Every record has them. */
const ofEveryRecord = ['owner', 'department', 'created_at', 'updated_at']

/** The fields that a setting of a view can name; where a form has stages, they come first. */
export function settingFields(index: DefinitionIndex, form: Form, setting: ViewSetting): readonly Field[] {
  const expects = viewSettings[setting].expects(form.key)
  const keys = [...new Set([form.stageField ?? [], form.fields.map(({ key }) => key), ofEveryRecord].flat())]
  return keys.flatMap((key) => {
    const found = index.field(form.key, key)
    return found !== undefined && meets(found, expects) ? [found.field] : []
  })
}

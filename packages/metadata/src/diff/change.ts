import type {
  Conversion,
  Field,
  Form,
  FormLayout,
  LayoutElement,
  LocalizedText,
  Option,
  PublicForm,
  Reminder,
  Rule,
  Section,
} from '@pipewright/schemas'
import type { Document, DocumentKey } from '../documents.ts'

/** Enough of a form, section or field to speak of it. */
export interface Named {
  key: string
  label?: LocalizedText
}

type PropertyOf<T> = T extends unknown ? Exclude<keyof T, 'key' | 'type'> : never
export type FieldProperty = Exclude<PropertyOf<Field>, 'fields'> | 'type'
export type FormProperty = Exclude<
  PropertyOf<Form>,
  'fields' | 'layout' | 'layouts' | 'rules' | 'conversions' | 'publicForms' | 'reminders'
>
export type LayoutProperty =
  | 'sections'
  | 'pages'
  | 'steps'
  | 'labels'
  | 'width'
  | 'keyFacts'
  | 'related'
  | 'quickCreate'

/** What happened to the options of a field or option set. */
export interface OptionChanges {
  added: Option[]
  removed: Option[]
  changed: { before: Option; after: Option }[]
  reordered: boolean
}

interface InForm {
  form: Named
}

interface AtField extends InForm {
  /** The line items field whose column it is. */
  lineItems?: Named
}

/** One variant per type, so that each can be told from the others. */
type Each<T extends string, C> = T extends string ? { type: T } & C : never

/** One difference between two definitions, in the words of a builder. */
export type Change =
  | { type: 'appRenamed'; before: LocalizedText; after: LocalizedText }
  | { type: 'currencyChanged'; before: string; after: string }
  | Each<'formAdded' | 'formRemoved', { form: Form }>
  | { type: 'formChanged'; before: Form; after: Form; properties: FormProperty[] }
  | ({ type: 'fieldAdded'; field: Field; section?: Named } & AtField)
  | ({ type: 'fieldRemoved'; field: Field } & AtField)
  | ({
      type: 'fieldChanged'
      before: Field
      after: Field
      properties: FieldProperty[]
      options?: OptionChanges
    } & AtField)
  | ({ type: 'fieldMoved'; field: Named; section?: Named } & AtField)
  | Each<'sectionAdded' | 'sectionRemoved', { section: Section } & InForm>
  | Each<'elementAdded' | 'elementRemoved', { element: LayoutElement } & InForm>
  | ({ type: 'elementChanged'; before: LayoutElement; after: LayoutElement } & InForm)
  | ({ type: 'sectionChanged'; before: Section; after: Section } & InForm)
  | ({ type: 'layoutChanged'; properties: LayoutProperty[] } & InForm)
  | Each<'formLayoutAdded' | 'formLayoutRemoved', { formLayout: FormLayout } & InForm>
  | ({ type: 'formLayoutChanged'; before: FormLayout; after: FormLayout } & InForm)
  | ({ type: 'formLayoutsReordered' } & InForm)
  | Each<'ruleAdded' | 'ruleRemoved', { rule: Rule } & InForm>
  | ({ type: 'ruleChanged'; before: Rule; after: Rule } & InForm)
  | Each<'conversionAdded' | 'conversionRemoved', { conversion: Conversion } & InForm>
  | ({ type: 'conversionChanged'; before: Conversion; after: Conversion } & InForm)
  | ({ type: 'conversionsReordered' } & InForm)
  | Each<'reminderAdded' | 'reminderRemoved', { reminder: Reminder } & InForm>
  | ({ type: 'reminderChanged'; before: Reminder; after: Reminder } & InForm)
  | Each<'publicFormAdded' | 'publicFormRemoved', { publicForm: PublicForm } & InForm>
  | ({ type: 'publicFormChanged'; before: PublicForm; after: PublicForm } & InForm)
  | Each<
      'documentAdded' | 'documentRemoved',
      { kind: Exclude<DocumentKey, 'form'>; document: Exclude<Document, Form> }
    >
  | {
      type: 'documentChanged'
      kind: Exclude<DocumentKey, 'form'>
      before: Exclude<Document, Form>
      after: Exclude<Document, Form>
      options?: OptionChanges
    }
  | { type: 'navigationChanged' }

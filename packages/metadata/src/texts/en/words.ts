import type { Words } from '../texts.ts'

export const words: Words = {
  targets: {
    form: 'form', optionSet: 'option set', view: 'view', workflow: 'approval', report: 'report',
    dashboard: 'dashboard', role: 'role', navigation: 'menu group', field: 'field',
    lineItems: 'line items field', section: 'section', rule: 'rule', conversion: 'conversion',
  },
  expectations: {
    any: 'a field',
    oneValue: 'a field with one value per record',
    sortable: 'a field that can be sorted',
    groupable: 'a field to group by',
    dateGroup: 'a date',
    number: 'a number',
    ordered: 'a number or a date',
    own: 'a field of this form',
    ownNumber: 'a number of this form',
    ownChoice: 'a single choice of this form',
    ownLineItems: 'a line items field of this form',
    title: 'a field of this form that names a record in one line',
    searchable: 'a text of this form',
    matchable: 'a simple field of this form',
    editable: 'a field of this form or a column of its line items',
    inForm: 'a field of this form or a column of its line items',
    settable: 'a field of this form that can be set',
    relationTo: 'a relation that points to the right form',
  },
  fieldProperties: {
    label: 'label', help: 'hint', required: 'required', default: 'default value', unique: 'uniqueness',
    maxLength: 'longest text', minLength: 'shortest text', scale: 'decimal places', min: 'smallest value',
    max: 'largest value', unit: 'unit', currency: 'currency', options: 'options', optionSet: 'option set',
    form: 'related form', onDelete: 'what happens on deletion', filter: 'condition',
    reverseLabel: 'heading of the related list', maxRows: 'most rows', prefix: 'prefix', digits: 'digits',
    period: 'period of the counter', maxFiles: 'most files', maxBytes: 'largest file', types: 'kinds of file',
    expression: 'formula', resultType: 'type of result', relation: 'relation', function: 'calculation',
    field: 'measured field',
  },
  formProperties: {
    label: 'name', labelPlural: 'plural name', icon: 'icon', color: 'colour', titleField: 'title field',
    stageField: 'stage field', searchFields: 'search fields', matchFields: 'fields that find duplicates',
  },
  layoutProperties: {
    sections: 'order of the sections', width: 'width of fields', keyFacts: 'key facts',
    related: 'related lists', quickCreate: 'quick entry',
  },
  documents: {
    optionSet: 'option set', view: 'view', workflow: 'approval', report: 'report', dashboard: 'dashboard',
    role: 'role',
  },
  fieldTypes: {
    text: 'text', longText: 'long text', number: 'number', money: 'money field', percent: 'percentage',
    date: 'date', dateTime: 'date and time', yesNo: 'yes / no field', choice: 'single choice',
    multiChoice: 'multiple choice', email: 'e-mail', phone: 'phone number', url: 'link', member: 'member',
    relation: 'relation', lineItems: 'line items', autoNumber: 'auto number', attachment: 'attachment',
    formula: 'formula', rollup: 'rollup',
  },
}

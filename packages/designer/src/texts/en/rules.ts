export const rules = {
  title: 'Rules',
  mode: 'How to write the condition',
  builder: 'Conditions',
  formula: 'Formula',
  formulaPlaceholder: 'stage = "negotiation"',
  noneForField: 'No further rule concerns this field.',
}

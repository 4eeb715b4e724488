export { OptionsProperty as MultiChoiceSheet } from '../../options/options-property.tsx'

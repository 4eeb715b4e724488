export { OptionsProperty as ChoiceSheet } from '../../options/options-property.tsx'

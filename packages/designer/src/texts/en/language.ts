export const language = {
  en: 'English',
  zh: 'Chinese',
}

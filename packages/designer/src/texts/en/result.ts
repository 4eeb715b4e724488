export const result = {
  number: 'Number',
  money: 'Money',
  percent: 'Percent',
  text: 'Text',
  date: 'Date',
  dateTime: 'Date and time',
  yesNo: 'Yes / no',
}

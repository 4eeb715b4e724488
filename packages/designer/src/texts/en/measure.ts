export const measure = {
  count: 'Count',
  sum: 'Sum',
  avg: 'Average',
  min: 'Smallest',
  max: 'Largest',
  first: 'First',
  last: 'Last',
  countDistinct: 'Number of different ones',
  list: 'List',
  listDistinct: 'List of different ones',
}

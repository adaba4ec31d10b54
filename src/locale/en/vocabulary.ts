/** The words in which problems speak of cells and rows. */

export const cellTypes: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'a whole number not below zero, such as 120',
  money:
    'an amount in yuan, not below zero, with at most two decimals, such as 300.00, no currency sign or thousands comma',
  quantity: 'a number not below zero with at most six decimals, such as 6000',
  boolean: '是 or 否 (also true/false, 1/0)',
  instant:
    'a date and a time of day, such as 2024-05-01 08:00:00 (Beijing time; an offset may follow, as in 2024-05-01T00:00:00Z)',
  period: 'a settlement period, such as 2024-09, 2024Q3, 2024H2 or 2024',
  moment: 'a date, with a time of day if known, such as 2024-05-01 or 2024-05-01 08:00:00 (Beijing time)',
};

export const rowFaults: Readonly<Record<string, readonly [message: string, help: string]>> = {
  'too-few': ['has fewer cells than the header', 'Add the missing cells; an empty one still needs its delimiter.'],
  'too-many': [
    'has more cells than the header',
    'Look for a delimiter too many; a cell that contains a comma must stand in double quotes.',
  ],
  quote: ['has a double quote without its partner', 'Close the quote; a double quote inside a cell is written twice.'],
  size: ['is too long (over 2 MB)', 'A double quote further up is probably not closed: close it.'],
  json: ['is not one JSON object', 'Write one whole {…} a line; check quotes, commas and brackets.'],
  structure: ['cannot be read', 'Check delimiters, quotes and the number of cells against the header.'],
};

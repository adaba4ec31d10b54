/** How cells look; a cell names its style by the place in the list. */
export const styles = [
  'plain',
  'text',
  'instant',
  'moment',
  'integer',
  'money',
  'required',
  'optional',
  'title',
  'wrapped',
  'quoted',
  'code',
  'head',
  'count',
  'amount',
  'decimal',
  'day',
  'second',
  'millisecond',
] as const;

export type Style = (typeof styles)[number];

interface Look {
  /** A number format of Excel's own, or an id from `ownFormats`; @ (49) keeps long numbers as typed. */
  format?: number;
  font?: number;
  fill?: number;
  /** At the top of its row, with its lines broken. */
  wrapped?: true;
  /** At the top of its row. */
  top?: true;
  /** What is typed there again stays text, whatever it begins with. */
  quoted?: true;
  /** With a thin grey line around it, which shows on paper too. */
  ruled?: true;
}

const ownFormats = [
  [164, 'yyyy\\-mm\\-dd\\ hh:mm:ss'],
  [165, 'yyyy\\-mm\\-dd\\ hh:mm'],
  [166, 'yyyy\\-mm\\-dd'],
  [167, 'yyyy\\-mm\\-dd\\ hh:mm:ss.000'],
  [168, '#,##0.00####'],
] as const;

const looks: Readonly<Record<Style, Look>> = {
  plain: {},
  text: { format: 49 },
  instant: { format: 164 },
  moment: { format: 165 },
  integer: { format: 1 },
  money: { format: 2 },
  required: { font: 1, fill: 2 },
  optional: { fill: 3 },
  title: { font: 2 },
  wrapped: { wrapped: true, ruled: true },
  quoted: { wrapped: true, quoted: true, ruled: true },
  code: { format: 49, wrapped: true, ruled: true },
  head: { font: 1, fill: 2, wrapped: true, ruled: true },
  count: { format: 3, top: true, ruled: true },
  amount: { format: 4, top: true, ruled: true },
  decimal: { format: 168, top: true, ruled: true },
  day: { format: 166, top: true, ruled: true },
  second: { format: 164, top: true, ruled: true },
  millisecond: { format: 167, top: true, ruled: true },
};

function xf({ format = 0, font = 0, fill = 0, wrapped, top, quoted, ruled }: Look): string {
  const applied = [
    format ? ' applyNumberFormat="1"' : '',
    font ? ' applyFont="1"' : '',
    fill ? ' applyFill="1"' : '',
    ruled ? ' applyBorder="1"' : '',
    quoted ? ' quotePrefix="1"' : '',
  ];
  const of = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${ruled ? 1 : 0}" xfId="0"${applied.join('')}`;
  if (!wrapped && !top) return `<xf ${of}/>`;
  return `<xf ${of} applyAlignment="1"><alignment vertical="top"${wrapped ? ' wrapText="1"' : ''}/></xf>`;
}

const font = (more: string) => `<font>${more}<name val="Calibri"/></font>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const thin = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;

/** What stands in xl/styles.xml below its declaration. */
export const styleElements = [
  `<numFmts count="${ownFormats.length}">`,
  ...ownFormats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
  '</numFmts>',
  `<fonts count="3">${font('<sz val="11"/>')}${font('<b/><sz val="11"/><color rgb="FFFFFFFF"/>')}${font('<b/><sz val="14"/>')}</fonts>`,
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${solid('1F3864')}${solid('D9E2F3')}</fills>`,
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(thin).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${styles.length}">${styles.map((style) => xf(looks[style])).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
].join('');

/** The parts of a workbook that its content does not change. */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${sheetMl}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    ...each,
    override('/xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

/** Relationships rId1, rId2 … by kind and target. */
export function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** Names and ranges are XML already. */
export function workbookXml(
  sheets: readonly { name: string; hidden: boolean }[],
  names: readonly (readonly [name: string, range: string])[],
): string {
  const each = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const defined = names.map(([name, range]) => `<definedName name="${name}">${range}</definedName>`).join('');
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${each.join('')}</sheets>`,
    defined ? `<definedNames>${defined}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

/** Cell styles; the place in the list is the number by which cells name them. */
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
] as const;

export type Style = (typeof styles)[number];

/** Number formats: @ keeps long numbers as typed; ids from 164 on are our own. */
const formats: Partial<Record<Style, number>> = { text: 49, instant: 164, moment: 165, integer: 1, money: 2 };
const fonts: Partial<Record<Style, number>> = { required: 1, title: 2 };
const fills: Partial<Record<Style, number>> = { required: 2, optional: 3 };

const cellStyles = styles.map((style) => {
  const [format, font, fill] = [formats[style] ?? 0, fonts[style] ?? 0, fills[style] ?? 0];
  const applied = `${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''}`;
  const of = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${applied}`;
  return style === 'wrapped'
    ? `<xf ${of} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
    : `<xf ${of}/>`;
});

const font = (more: string) => `<font>${more}<name val="Calibri"/></font>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

export const styleSheet = [
  `${declaration}<styleSheet xmlns="${main}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>',
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  `<fonts count="3">${font('<sz val="11"/>')}${font('<b/><sz val="11"/><color rgb="FFFFFFFF"/>')}${font('<b/><sz val="14"/>')}</fonts>`,
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${solid('1F3864')}${solid('D9E2F3')}</fills>`,
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${styles.length}">${cellStyles.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

/** The parts of a workbook that its content does not change. */
import { styleElements } from './styles.ts';

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

/** What a name of the workbook stands for; with a sheet (from 0) it is that sheet's own. */
export interface DefinedName {
  name: string;
  range: string;
  sheet?: number;
  hidden?: boolean;
}

/** Names and ranges are XML already. */
export function workbookXml(
  sheets: readonly { name: string; hidden: boolean }[],
  names: readonly DefinedName[],
): string {
  const each = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const defined = names
    .map(({ name, range, sheet, hidden }) => {
      const own = `${sheet === undefined ? '' : ` localSheetId="${sheet}"`}${hidden ? ' hidden="1"' : ''}`;
      return `<definedName name="${name}"${own}>${range}</definedName>`;
    })
    .join('');
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${each.join('')}</sheets>`,
    defined ? `<definedNames>${defined}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

export const styleSheet = `${declaration}<styleSheet xmlns="${main}">${styleElements}</styleSheet>`;

import { strToU8, zipSync } from 'fflate';
import { type Cell, cellXml } from './cell.ts';
import { heightOf } from './height.ts';
import { contentTypes, type DefinedName, relations, styleSheet, workbookXml } from './parts.ts';
import { type Style, styles } from './styles.ts';
import { escaped } from './text.ts';
import { type Validation, validationXml } from './validation.ts';

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  hidden?: boolean;
  /** Style of the cells that are still empty. */
  columns: readonly { width: number; style?: Style }[];
  rows: readonly (readonly Cell[])[];
  /** The first row stays in sight. */
  frozen: boolean;
  /** The first row heads a table that can be filtered. */
  filtered?: boolean;
  /** On paper: landscape, all columns on one page, the first row on each, the sheet's name and page numbers. */
  printed?: boolean;
  validations?: readonly Validation[];
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Name -> range, such as '取值'!$A$2:$A$4. */
  names?: ReadonlyMap<string, string>;
}

/** 0 -> A, 26 -> AA. */
export const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The bytes of an .xlsx file (ECMA-376, transitional): the same for the same content, whenever and wherever. */
export function xlsx({ sheets, names = new Map() }: Workbook): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(
      sheets.map(({ name, hidden }) => ({ name: escaped(name), hidden: hidden ?? false })),
      [...names]
        .map(([name, range]): DefinedName => ({ name: escaped(name), range: escaped(range) }))
        .concat(sheets.flatMap(ownNames)),
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styleSheet,
  };
  for (const [i, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, i === 0);
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  // In local time, as ZIP stores it: the same bytes in every time zone.
  return zipSync(bytes, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** The names by which Excel knows what of a sheet is filtered, and what is printed on each page. */
function ownNames(sheet: Sheet, index: number): DefinedName[] {
  const name = `'${escaped(sheet.name.replaceAll("'", "''"))}'`;
  const [from = '', to = ''] = tableOf(sheet).split(':');
  const absolute = (at: string) => at.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const filter = `${name}!${absolute(from)}:${absolute(to)}`;
  return [
    ...(sheet.filtered ? [{ name: '_xlnm._FilterDatabase', range: filter, sheet: index, hidden: true }] : []),
    ...(sheet.printed ? [{ name: '_xlnm.Print_Titles', range: `${name}!$1:$1`, sheet: index }] : []),
  ];
}

/** The range of all rows. */
const tableOf = ({ columns, rows }: Sheet): string => `A1:${letter(columns.length - 1)}${Math.max(rows.length, 1)}`;

const footers = '<headerFooter><oddHeader>&amp;A</oddHeader><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter>';
const paper =
  '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${footers}`;

/** The elements of a worksheet in the order that ECMA-376 demands (18.3.1.99). */
function sheetXml(sheet: Sheet, first: boolean): string {
  const { columns, rows, frozen, filtered, printed, validations = [] } = sheet;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen ? pane : ''}</sheetView>`;
  const cols = columns.map(
    ({ width, style }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styles.indexOf(style ?? 'plain')}" customWidth="1"/>`,
  );
  const widths = columns.map(({ width }) => width);
  const data = rows.map((row, i) => {
    const height = heightOf(row, widths);
    const cells = row.map((cell, at) => cellXml(cell, letter(at) + (i + 1)));
    return `<row r="${i + 1}"${height === undefined ? '' : ` ht="${height}"`}>${cells.join('')}</row>`;
  });
  const rules = validations.map(validationXml).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    printed ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData>`,
    filtered ? `<autoFilter ref="${tableOf(sheet)}"/>` : '',
    validations.length > 0 ? `<dataValidations count="${validations.length}">${rules}</dataValidations>` : '',
    printed ? paper : '',
    '</worksheet>',
  ].join('');
}

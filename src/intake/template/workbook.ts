import { strToU8, zipSync } from 'fflate';
import { contentTypes, relations, type Style, styleSheet, styles, workbookXml } from './parts.ts';

export interface Cell {
  text: string;
  style?: Style;
}

/** A rule for the cells of a range: a drop-down or a bound, and what Excel says when one of them is chosen. */
export interface Validation {
  /** Such as A2:A1048576. */
  range: string;
  kind: 'any' | 'list' | 'whole' | 'decimal';
  /** Of a list: the name of the range that holds the values. */
  list?: string;
  /** Other values are refused, with these words. */
  refusal?: string;
  title: string;
  prompt: string;
}

export interface Sheet {
  name: string;
  hidden?: boolean;
  /** Style of the cells that are still empty. */
  columns: readonly { width: number; style?: Style }[];
  rows: readonly (readonly Cell[])[];
  /** The first row stays in sight. */
  frozen: boolean;
  validations: readonly Validation[];
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Name -> range, such as '取值'!$A$2:$A$4. */
  names: ReadonlyMap<string, string>;
}

/** 0 -> A, 26 -> AA. */
export const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The bytes of an .xlsx file (ECMA-376, transitional): the same for the same content, whenever and wherever. */
export function xlsx({ sheets, names }: Workbook): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(
      sheets.map(({ name, hidden }) => ({ name: escaped(name), hidden: hidden ?? false })),
      [...names].map(([name, range]) => [escaped(name), escaped(range)]),
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

/** The elements of a worksheet in the order that ECMA-376 demands (18.3.1.99). */
function sheetXml({ columns, rows, frozen, validations }: Sheet, first: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen ? pane : ''}</sheetView>`;
  const cols = columns.map(
    ({ width, style }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styles.indexOf(style ?? 'plain')}" customWidth="1"/>`,
  );
  const data = rows.map(
    (row, i) => `<row r="${i + 1}">${row.map((cell, at) => cellXml(cell, letter(at) + (i + 1))).join('')}</row>`,
  );
  const rules = validations.map(validationXml).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData>`,
    validations.length > 0 ? `<dataValidations count="${validations.length}">${rules}</dataValidations>` : '',
    '</worksheet>',
  ].join('');
}

function cellXml({ text, style = 'plain' }: Cell, at: string): string {
  const of = `r="${at}" s="${styles.indexOf(style)}"`;
  return text === ''
    ? `<c ${of}/>`
    : `<c ${of} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Excel takes at most 32 characters of a title and 255 of a message. */
function validationXml({ range, kind, list, refusal, title, prompt }: Validation): string {
  const type = kind === 'any' ? '' : ` type="${kind}"`;
  const bound = kind === 'whole' || kind === 'decimal';
  const says = ` promptTitle="${escaped(cut(title, 32))}" prompt="${escaped(cut(prompt, 255))}"`;
  const refuses = refusal === undefined ? '' : ` showErrorMessage="1" error="${escaped(cut(refusal, 225))}"`;
  const formula = kind === 'list' ? list : bound ? '0' : undefined;
  const head = `<dataValidation${type}${bound ? ' operator="greaterThanOrEqual"' : ''} allowBlank="1" showInputMessage="1"`;
  const tail = `${refuses}${says} sqref="${range}"`;
  return formula === undefined
    ? `${head}${tail}/>`
    : `${head}${tail}><formula1>${escaped(formula)}</formula1></dataValidation>`;
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

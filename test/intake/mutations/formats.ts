import type { Clause } from '../../../src/intake/clause.ts';
import type { Paper } from '../../../src/intake/paper.ts';
import { bare, repaged, rewrapped } from './lines.ts';
import type { Row, Sheet } from './papers.ts';

/** A paper printed otherwise that says the same. */
export interface Format {
  kind: string;
  sheets: Sheet[];
}

const each = (sheets: readonly Sheet[], write: (text: string) => string): Sheet[] =>
  sheets.map((sheet) => sheet.map((row) => ({ ...row, text: write(row.text) })));

// A number of a document, 〔2005〕77号, is no fill-in; nor is what a bracket holds that no fill-in does.
const square = /【([^【】]{0,40})】(?!第?\d+号)/g;
const squareSigns = /【(?!\d{4}】)|(?<!【\d{4})】/g;
const angularSigns = /\[(?!\d{4}\])|(?<!\[\d{4})\]/g;
const wide = (text: string, from: string, to: string): string =>
  [...text].map((one) => (from.includes(one) ? ([...to][[...from].indexOf(one)] ?? one) : one)).join('');
const digits = '0123456789';
const wideDigits = '０１２３４５６７８９';

const furniture = (
  sheets: readonly Sheet[],
  heads: (page: number) => string[],
  feet: (page: number) => string[],
): Sheet[] =>
  sheets.map((sheet, i) => {
    const row = (text: string): Row => ({ text });
    return [...heads(i + 1).map(row), ...sheet, ...feet(i + 1).map(row)];
  });

/** Every way to print a paper otherwise that changes nothing in what it says. `clauses` tell which lines go on. */
export function formatsOf(sheets: readonly Sheet[], paper: Paper, clauses: readonly Clause[]): Format[] {
  const pages = sheets.length;
  const format = (kind: string, changed: Sheet[]): Format[] =>
    JSON.stringify(changed) === JSON.stringify(sheets) ? [] : [{ kind, sheets: changed }];
  // What is printed twice is left out only where both copies are alike, which lines changed one by one may not be.
  const own = bare(sheets, paper);
  return [
    ...format('without what is left out', own),
    ...format(
      '【】 as []',
      each(own, (text) => text.replace(squareSigns, (sign) => (sign === '【' ? '[' : ']'))),
    ),
    ...format(
      '[] as 【】',
      each(own, (text) => text.replace(angularSigns, (sign) => (sign === '[' ? '【' : '】'))),
    ),
    ...format(
      'fill-ins on lines',
      each(own, (text) =>
        text.replace(square, (all, held: string) =>
          /\s|^$/.test(held) ? (held.trim() === '' ? '____' : all) : `__${held}__`,
        ),
      ),
    ),
    ...format(
      'digits full-width',
      each(own, (text) => wide(text, digits, wideDigits)),
    ),
    ...format(
      'brackets full-width',
      each(own, (text) => wide(text, '()', '（）')),
    ),
    ...format(
      'brackets half-width',
      each(own, (text) => wide(text, '（）', '()')),
    ),
    ...format(
      'signs full-width',
      each(own, (text) => wide(text, '%/', '％／')),
    ),
    ...format(
      'no-break spaces',
      each(own, (text) => text.replaceAll(' ', '\u00a0')),
    ),
    ...format(
      'spaces between Han and digits',
      each(own, (text) => text.replace(/(?<=\p{Script=Han})(?=[0-9])|(?<=[0-9])(?=\p{Script=Han})/gu, '\u00a0')),
    ),
    ...format(
      'indents and trailing spaces',
      each(own, (text) => (text.trim() === '' || text.includes('\t') ? text : `　　${text}  `)),
    ),
    ...format(
      '1、 as 1.',
      each(own, (text) => text.replace(/^(\s*\d{1,2})、(?=\s*\p{Script=Han})/u, '$1.')),
    ),
    ...format(
      '1. as 1、',
      each(own, (text) => text.replace(/^(\s*\d{1,2})\.(?=\s*\p{Script=Han})/u, '$1、')),
    ),
    ...format(
      '(1) as （1）',
      each(own, (text) => text.replace(/^(\s*)\((\d{1,2}|[一二三四五六七八九十]+)\)/u, '$1（$2）')),
    ),
    ...format(
      'a running head and foot',
      furniture(
        sheets,
        () => ['企业通信服务合同文本（存档件）'],
        () => ['二〇二四年版 法务部监制'],
      ),
    ),
    ...format(
      'page numbers',
      furniture(
        sheets,
        () => [],
        (page) => [`第 ${page} 页 共 ${pages} 页`],
      ),
    ),
    ...format(
      'page numbers between hyphens',
      furniture(
        sheets,
        () => [],
        (page) => [`- ${page} -`],
      ),
    ),
    ...format(
      'a head with a page number',
      furniture(
        sheets,
        (page) => [`企业通信服务合同文本    ${page}`],
        () => [],
      ),
    ),
    ...[28, 30, 36, 44, 52].flatMap((width) => format(`lines of ${width}`, rewrapped(sheets, paper, clauses, width))),
    ...[22, 37].flatMap((length) => format(`pages of ${length} lines`, repaged(sheets, paper, length))),
  ];
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';

/** A workbook as Excel's readers see it: sheet name -> rows of typed values. */
export async function sheetsOf(bytes: Uint8Array): Promise<Map<string, readonly (readonly unknown[])[]>> {
  const sheets = await readWorkbook(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** The parts of a workbook as text; throws where one is no well-formed XML. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, of]): [string, string] => [name, strFromU8(of)]);
  for (const [name, text] of parts) {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
  }
  return new Map(parts);
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
});

/** The names of all elements of a workbook's sheets, each once. */
export function elementsOf(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) {
        names.add(name);
        walk(value);
      }
    }
  };
  for (const [name, text] of partsOf(bytes)) if (name.startsWith('xl/worksheets/')) walk(parser.parse(text));
  return names;
}

/** The rows of a sheet below its header, by the words of the header. */
export async function rowsOf(bytes: Uint8Array, sheet: string): Promise<Record<string, unknown>[]> {
  const [heads = [], ...more] = (await sheetsOf(bytes)).get(sheet) ?? [];
  return more.map((row) => Object.fromEntries(heads.map((head, i) => [String(head), row[i]])));
}

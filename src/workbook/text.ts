/** What XML 1.0 has no place for, or what nobody would see: control characters, half of a pair, non-characters. */
const forbidden = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Control characters are shown by their signs (␀ ␁ …), all else that XML cannot hold by �. A line ends with one LF. */
const visible = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(forbidden, (one) => (one < ' ' ? String.fromCharCode(0x2400 + one.charCodeAt(0)) : '\ufffd'));

/** Text for an element or an attribute of a workbook. */
export const escaped = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Excel reads _x0041_ as an A (ECMA-376, 22.9.2.19): an underline of that look is itself written so.
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

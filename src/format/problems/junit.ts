import { resolve } from 'node:path';
import { type Lang, say } from '../../locale/index.ts';
import { codeOf, count, type Problem } from '../../problem.ts';
import { type Shown, shortPath } from './shown.ts';

/** What XML 1.0 cannot hold even when escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
};
const inXml = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"\n\r\t]/g, (one) => entities[one] ?? '');

/** JUnit's report, as CI servers read it: a test case a file, failed where it has an error; warnings are its output. */
export function junit({ problems, files }: Shown, lang: Lang): string {
  const all = [...new Set([...files, ...problems.map(({ file }) => file ?? '')].map((file) => file && resolve(file)))];
  const cases = all.map((file) =>
    testCase(
      file,
      problems.filter((one) => (one.file ? resolve(one.file) : '') === file),
      lang,
    ),
  );
  const failures = cases.filter(({ failed }) => failed).length;
  const numbers = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="lvyue" ${numbers}>`,
    `  <testsuite name="lvyue" ${numbers} skipped="0">`,
    ...cases.map(({ xml }) => xml),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(file: string, problems: readonly Problem[], lang: Lang): { xml: string; failed: boolean } {
  const name = file ? shortPath(file) : 'lvyue';
  const failed = count(problems, 'error') > 0;
  const lines = problems.map((one) => {
    const { message, help } = say(one, lang);
    return `${name}:${one.line ?? ''}:${one.column ?? ''} ${one.severity} [${codeOf(one)}] ${message} ${help}`;
  });
  const told = lines.map(inXml).join('&#10;');
  const [first] = problems.filter(({ severity }) => severity === 'error');
  const inner = first
    ? `<failure type="${inXml(codeOf(first))}" message="${inXml(say(first, lang).message)}">${told}</failure>`
    : told && `<system-out>${told}</system-out>`;
  const place = `name="${inXml(name)}" classname="lvyue" file="${inXml(name)}"`;
  return {
    failed,
    xml: inner ? `    <testcase ${place}>\n      ${inner}\n    </testcase>` : `    <testcase ${place}/>`,
  };
}

import { type Lang, say } from '../../locale/index.ts';
import { codeOf } from '../../problem.ts';
import { type Shown, shortPath } from './shown.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' };
const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** GitHub's workflow commands: an annotation at the line. */
export function github({ problems }: Pick<Shown, 'problems'>, lang: Lang): string {
  return problems
    .map((p) => {
      const { message, help } = say(p, lang);
      const place = { file: p.file && shortPath(p.file), line: p.line, col: p.column, title: codeOf(p) };
      const properties = Object.entries(place).flatMap(([k, v]) =>
        v === undefined ? [] : [`${k}=${escapeProperty(String(v))}`],
      );
      return `::${levels[p.severity]} ${properties.join(',')}::${escapeData(`${message} ${help}`)}`;
    })
    .join('\n');
}

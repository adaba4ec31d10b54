import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../home.ts';
import { type Lang, say } from '../../locale/index.ts';
import { problemTitles } from '../../locale/titles.ts';
import { codeOf, type Problem } from '../../problem.ts';
import { type RuleText, type Shown, type Suppressed, shortPath } from './shown.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export function sarif(shown: Shown, lang: Lang): string {
  const all = [...shown.problems, ...shown.suppressed.map(({ problem }) => problem)];
  const first = new Map(all.toReversed().map((one) => [codeOf(one), one]));
  const codes = [...first.keys()].sort();
  const rules = codes.map((id) => rule(id, first.get(id) as Problem, lang, shown.texts?.get(id)));
  const result = (one: Problem) => resultOf(one, codes.indexOf(codeOf(one)), lang);
  const results = [
    ...shown.problems.map(result),
    ...shown.suppressed.map((one) => ({ ...result(one.problem), ...allowed(one) })),
  ];
  const driver = {
    name: 'lvyue',
    version,
    semanticVersion: version,
    language: lang === 'zh' ? 'zh-CN' : 'en-US',
    rules,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, null, 2);
}

/** What is general about a code; what mends it in one place stands with the result. */
function rule(id: string, one: Problem, lang: Lang, text: RuleText | undefined) {
  const title = text?.title ?? (one.code === 'review' ? id : problemTitles(lang)[one.code]);
  const help =
    text?.help ?? (lang === 'zh' ? `${title}：改法见各处的说明。` : `${title}: each result says how to mend it.`);
  return {
    id,
    shortDescription: { text: title },
    help: { text: help },
    defaultConfiguration: { level: levels[one.severity] },
  };
}

function resultOf(one: Problem, ruleIndex: number, lang: Lang) {
  const { message, help } = say(one, lang);
  const { file, line, column, pointer } = one;
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const logical = pointer ? { logicalLocations: [{ fullyQualifiedName: pointer }] } : {};
  const place = file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uri(file) }, ...region } };
  const located = file === undefined && !pointer ? {} : { locations: [{ ...place, ...logical }] };
  return {
    ...{ ruleId: codeOf(one), ruleIndex, level: levels[one.severity] },
    ...{ message: { text: `${message} ${help}`.trim() }, ...located },
  };
}

const allowed = ({ reason, expires }: Suppressed) => ({
  suppressions: [{ kind: 'inSource', justification: `${reason} (${expires})` }],
});

/** Below here relative, as services want it; every name as a URI. */
function uri(file: string): string {
  const path = shortPath(file);
  if (isAbsolute(path) || path.startsWith('..')) return pathToFileURL(path).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}

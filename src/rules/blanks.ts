import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import { firstOf, type Lang, type Text } from '../locale/text.ts';
import { undeterminedWords } from '../locale/words.ts';
import { schemaAt } from '../yaml/schema.ts';
import type { Parameters } from './parameters.ts';

/** What the paper leaves blank and the obligation cannot be judged without, in words; undefined where nothing is. */
export function blankReason(contract: Contract, obligation: Obligation, parameters: Parameters): Text | undefined {
  const blank = [...blanks(obligation, parameters), ...blankTerm(contract, parameters)];
  return blank.length > 0 ? undeterminedWords.blank(blank.map((name) => words(obligation.kind, name))) : undefined;
}

/** Parameters of the obligation itself that the paper leaves blank. */
const blanks = (obligation: Obligation, parameters: Parameters): string[] =>
  Object.keys(obligation.parameters).filter((name) => parameters[name] === null);

/** Cycles of the contract cannot be counted from a first day that the paper leaves blank. */
const blankTerm = ({ term }: Contract, { basis }: Parameters): string[] =>
  basis === 'contract' && stated(term.from) === undefined ? ['term.from'] : [];

interface Described {
  $ref?: string;
  description?: string;
  properties?: Record<string, Described>;
}

/** "费用达到的金额（threshold）": what its schema calls a term that is blank, and the name that the contract file has. */
function words(kind: string, name: string): Text {
  const [file, key] = name.startsWith('term.') ? ['term', name.slice(5)] : [`obligations/${kind}`, name];
  const found = (schemaAt(`${file}.schema.json`) as Described | undefined)?.properties?.[key];
  const shared =
    found?.$ref === undefined ? undefined : (schemaAt(found.$ref, 'obligations/') as Described | undefined);
  const description = found?.description ?? shared?.description ?? '';
  const said = (lang: Lang) => firstOf(description, lang, /[：；，。:;,.]/);
  return { zh: said('zh') ? `${said('zh')}（${name}）` : name, en: said('en') ? `${said('en')} (${name})` : name };
}

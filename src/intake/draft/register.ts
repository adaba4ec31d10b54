import { isMap } from '../../contract/values.ts';
import type { Anomaly } from '../clause.ts';
import type { Found, Reading } from '../extract.ts';
import { type Names, subjectAt } from '../names.ts';
import { withoutPeople } from '../people.ts';
import type { Bearer } from '../rule.ts';
import { type Data, template } from '../template.ts';
import { numberOf } from '../values/numerals.ts';

/** A clause that binds somebody and that no rule reads: a person has to say what it asks for. */
export interface Duty {
  id: string;
  reading: Reading;
  bearer: Bearer;
}

/** What realises a clause, as the register names it: the id of an item, or a place of the contract's terms. */
function partOf([first = '', second]: readonly string[], contract: Data): string {
  const part = contract[first];
  if (Array.isArray(part)) return second !== undefined && part.some((one) => one.id === second) ? second : first;
  return isMap(part) && second !== undefined && second in part ? `${first}.${second}` : first;
}

const gistLength = 28;

/** The beginning of a clause's text, without natural persons. */
export function gistOf({ clause, text }: Reading): string {
  const whole = withoutPeople(clause.title !== '' ? clause.title : text.text);
  return whole.length > gistLength ? `${whole.slice(0, gistLength)}…` : whole || clause.ref;
}

/** Clauses that ask something of a party and that nothing else in the draft realises, in order. */
export function dutiesOf(readings: readonly Reading[], found: readonly Found[], names: Names): Duty[] {
  const duty = new RegExp(template().duty, 'u');
  const read = new Set(found.map(({ clause }) => clause));
  const used = new Set<string>();
  const holds = new Set(readings.map(({ clause }) => clause.parent));
  return readings.flatMap((reading, i): Duty[] => {
    const { clause, text, titles, chosen } = reading;
    const at = duty.exec(text.text)?.index;
    const leaf = !holds.has(i) || text.text.length > gistLength;
    if (
      at === undefined ||
      !leaf ||
      chosen === 'no' ||
      read.has(clause) ||
      /^(?:首部|鉴于.*|.*签署页)$/.test(clause.ref)
    )
      return [];
    if (takenFor(reading) === 'definition') return [];
    const bearer = subjectAt(names, text.text, at, titles);
    return bearer === undefined ? [] : [{ id: idOf(clause.ref, used), reading, bearer }];
  });
}

/** An id from a clause's reference: 二(一)13 is duty-2-1-13, 附1.4 is duty-a1-4. */
function idOf(ref: string, used: Set<string>): string {
  const spelt = ref
    .replaceAll('附', 'a')
    .replace(/[一二三四五六七八九十百]+/g, (one) => numberOf(one) ?? '')
    .replace(/[^a-z0-9]+/g, '-');
  const base = `duty-${spelt.replace(/^-|-$/g, '')}`;
  let id = base;
  for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
  used.add(id);
  return id;
}

export const attestationOf = ({ id, reading, bearer }: Duty): [string, Data] => [
  id,
  {
    clause: reading.clause.ref,
    title: { zh: gistOf(reading), en: `Duty of clause ${reading.clause.ref}` },
    bearer,
    kind: 'attestation',
    parameters: { role: bearer, every_months: 6 },
  },
];

/** The register of clauses: each with what realises it, or what it is taken for. */
export function registerOf(
  readings: readonly Reading[],
  placed: ReadonlyMap<Found, readonly string[]>,
  duties: readonly Duty[],
  contract: Data,
): Data[] {
  const by = new Map<string, Set<string>>();
  const add = (ref: string, name: string) => by.set(ref, (by.get(ref) ?? new Set()).add(name));
  for (const [{ clause }, path] of placed) add(clause.ref, partOf(path, contract));
  for (const { id, reading } of duties) add(reading.clause.ref, id);
  const seen = new Set<string>();
  return readings.map((reading) => {
    const { ref, page } = reading.clause;
    const names = seen.has(ref) ? [] : [...(by.get(ref) ?? [])];
    const again = seen.has(ref);
    seen.add(ref);
    return {
      ref,
      page,
      treatment: treatmentOf(reading, names, placed, duties),
      ...(names.length > 0 && { by: names }),
      gist: { zh: gistOf(reading), en: `Clause ${ref}` },
      ...(again && { note: { zh: '纸面上这个条号不止一次出现', en: 'The paper prints this number more than once' } }),
    };
  });
}

function treatmentOf(
  { clause, text, titles }: Reading,
  names: readonly string[],
  placed: ReadonlyMap<Found, readonly string[]>,
  duties: readonly Duty[],
): string {
  if (duties.some(({ reading }) => reading.clause === clause)) return 'attestation';
  const lists = [...placed].flatMap(([one, [list]]) =>
    one.clause.ref === clause.ref && names.length > 0 ? [list] : [],
  );
  if (lists.includes('obligations')) return 'obligation';
  if (lists.includes('charges')) return 'charge';
  if (lists.includes('parties') || lists.includes('number')) return 'party';
  if (lists.length > 0) return 'term';
  return takenFor({ titles, text });
}

/** What a clause is taken for by its titles and words alone. */
export const takenFor = ({ titles, text }: Pick<Reading, 'titles' | 'text'>): string =>
  template().treatments.find(({ pattern }) => new RegExp(pattern, 'u').test(`${titles}\n${text.text}`))?.treatment ??
  'recital';

/** The annexes that the paper has, and those that it only names. */
export function annexesOf(readings: readonly Reading[], anomalies: readonly Anomaly[]): Data[] {
  const own = readings.filter(({ clause }) => /^附\d+$/.test(clause.ref));
  const named = anomalies.filter(
    ({ kind, ref, expected }) => kind === 'missing' && ref === expected && ref.startsWith('附'),
  );
  const annex = (ref: string, title: string, attached: boolean) => ({
    ...{ ref, title: { zh: title, en: `Annex ${ref.slice(1)}` }, attached },
  });
  return [
    ...own.map((reading) => annex(reading.clause.ref, gistOf(reading), true)),
    ...named.map(({ ref }) => annex(ref, ref, false)),
  ];
}

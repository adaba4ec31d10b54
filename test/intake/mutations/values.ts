import { capitals } from '../../../src/capitals.ts';
import type { Found, Reading } from '../../../src/intake/extract.ts';
import { decimal } from '../../../src/money.ts';
import type { Draft } from './import.ts';
import { meaningOf, numberIn } from './meaning.ts';
import type { Edit } from './papers.ts';
import { editOf, placesOf, valuesOf, withEdits } from './places.ts';
import { printsOf } from './prints.ts';

/** A paper printed otherwise in one respect, and what the importer should make of it. */
export interface Mutation {
  kind: string;
  /** Which value it is of. */
  place: string;
  /** Rule, value and both prints, for a person to find it. */
  what: string;
  edits: Edit[];
  readings: Reading[];
  alter: (found: Found) => Found;
}

/** Every value mutation of a paper, in the order of what was found. */
export function valueMutations(raw: string, { understood, data }: Draft): Mutation[] {
  const { accepted } = placesOf(understood);
  const { readings } = understood;
  const seen = new Set<string>();
  const mutation = (kind: string, place: string, what: string, edits: readonly (Edit | undefined)[]): Mutation[] => {
    const once = edits.filter((edit) => edit !== undefined);
    const real = copies(raw, once);
    const key = JSON.stringify(real);
    if (real.length === 0 || once.length < edits.length || seen.has(key)) return [];
    seen.add(key);
    return [{ kind, place, what, edits: real, readings, alter: altering(readings, real) }];
  };
  const single = accepted.flatMap((place) =>
    printsOf(place).flatMap(({ kind, from, to, put }) => {
      const where = `${place.found.rule.id}.${place.name} in ${place.found.clause.ref}`;
      const what = `${where}: ${place.text} → ${place.text.slice(0, from)}${put}${place.text.slice(to)}`;
      const edit = editOf(place, from, to, put, raw);
      // 专用 in 专用发票 is no 发票.
      if (edit && kind === 'word' && raw.startsWith(put, edit.to)) return [];
      // Only a fill-in can be empty.
      const isFillIn = edit && /[【[]\s*$/.test(raw.slice(0, edit.from)) && /^\s*[】\]]/.test(raw.slice(edit.to));
      if (edit && kind === 'emptied') return isFillIn ? mutation(kind, where, what, [edit]) : [];
      const spelt = accepted.find(({ found, kind }) => found === place.found && kind === 'capitals');
      const amount = numberIn(put);
      if (!edit || !spelt || !['fee', 'amount', 'money'].includes(place.name) || amount === undefined) {
        const all =
          place.text.length >= 6 && ['code', 'name'].includes(kind)
            ? everywhere(raw, place.text, `${place.text.slice(0, from)}${put}${place.text.slice(to)}`)
            : [];
        return [
          ...mutation(kind, where, what, [edit]),
          ...(all.length > 1 ? mutation(`${kind} everywhere`, where, what, all) : []),
        ];
      }
      const words = editOf(spelt, 0, spelt.text.length, capitals(decimal(amount)), raw);
      return [
        ...mutation('amount with capitals', `amount with capitals ${where}`, what, [edit, words]),
        ...mutation('amount without capitals', `amount without capitals ${where}`, what, [edit]),
        ...mutation('capitals without amount', `capitals without amount ${where}`, what, [words]),
      ];
    }),
  );
  return [...single, ...swapped(raw, data, mutation), ...choices(raw, readings)];
}

/** What is found in a paper with edits, where the edits touch it. */
function altering(readings: readonly Reading[], edits: readonly Edit[]): (found: Found) => Found {
  return (found) => {
    if (!edits.some(({ from, to }) => from < found.span.to + 1 && found.span.from - 1 < to)) return found;
    const reading = readings.find(({ clause }) => clause === found.clause);
    const touched = (reading ? valuesOf(found, reading) : []).flatMap((place) => {
      const text = withEdits(place, edits);
      return text === undefined ? [] : [{ place, text }];
    });
    let { data, sure, doubts } = found;
    for (const { place, text } of touched) {
      const emptied = edits.every((edit) => edit.text === '');
      if (emptied && found.rule.needs?.includes(place.name)) doubts = [...doubts, 'unfilled'];
      const value = emptied ? { blank: true, clause: found.clause.ref } : meaningOf(place, text);
      data = laid(found.rule.as, data, `$${place.name}`, value);
      // A word of a list that no rule knows is for a person to look at.
      const before = place.list ? meaningOf(place, place.text) : undefined;
      if (Array.isArray(value) && Array.isArray(before) && value.length < before.length) sure = 0;
    }
    const money = touched.some(({ place }) => ['fee', 'amount', 'money'].includes(place.name));
    const spelt = touched.some(({ place }) => place.kind === 'capitals');
    // Digits and capitals that differ are for a person to look at.
    if (found.values.capitals?.is === 'given' && money !== spelt) sure = 0;
    return { ...found, data, sure, doubts };
  };
}

/** The datum of a rule with another value in the place of one. */
function laid(as: unknown, data: unknown, name: string, value: unknown): unknown {
  if (as === name) return value;
  if (Array.isArray(as) && Array.isArray(data) && as.length === data.length)
    return data.map((one, i) => laid(as[i], one, name, value));
  if (typeof as !== 'object' || as === null || typeof data !== 'object' || data === null || Array.isArray(data))
    return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, one]) => [key, laid((as as Record<string, unknown>)[key], one, name, value)]),
  );
}

/** So many characters before and after a value make it known where the paper prints the same sentence once more. */
const around = 8;

/** Edits also where the paper prints the same place again, word for word: a page or a part that stands twice. */
function copies(raw: string, edits: readonly Edit[]): Edit[] {
  const { text, at } = compact(raw);
  const all = new Map<number, Edit>();
  for (const edit of edits) {
    all.set(edit.from, edit);
    const [from, to] = [at.findIndex((place) => place >= edit.from), at.findIndex((place) => place >= edit.to)];
    if (from < around || to < 0) continue;
    const words = text.slice(from - around, to + around);
    for (let found = text.indexOf(words); found >= 0; found = text.indexOf(words, found + 1)) {
      const [first, last] = [at[found + around] ?? 0, at[found + around + to - from - 1] ?? 0];
      const copy = { from: first, to: last + 1, text: edit.text };
      if (![...all.values()].some((one) => one.from < copy.to && copy.from < one.to)) all.set(first, copy);
    }
  }
  return [...all.values()].sort((a, b) => a.from - b.from);
}

/** A text without white space, and where each character stands in it. */
function compact(raw: string): { text: string; at: number[] } {
  const at: number[] = [];
  for (let i = 0; i < raw.length; i++) if (!/\s/.test(raw[i] ?? '')) at.push(i);
  return { text: at.map((i) => raw[i]).join(''), at };
}

const spaced = (text: string): string =>
  [...text].map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s*');

const everywhere = (raw: string, text: string, put: string): Edit[] =>
  [...raw.matchAll(new RegExp(spaced(text.replaceAll(/\s/g, '')), 'gu'))].map(({ 0: all, index }) => ({
    from: index,
    to: index + all.length,
    text: put,
  }));

/** Both parties under each other's name. */
function swapped(
  raw: string,
  data: Draft['data'],
  mutation: (kind: string, place: string, what: string, edits: Edit[]) => Mutation[],
): Mutation[] {
  const [customer, carrier] = ['customer', 'carrier'].map((side): string =>
    JSON.parse(data.get(`parties.${side}.name`) ?? '""'),
  );
  if (!customer || !carrier || customer.includes(carrier) || carrier.includes(customer)) return [];
  return mutation('parties swapped', 'parties', `${customer} ↔ ${carrier}`, [
    ...everywhere(raw, customer, carrier),
    ...everywhere(raw, carrier, customer),
  ]);
}

const choice = /(?:下述|下列|以下)[^。；\n]{0,6}第\(?([^项种。；\n()]{1,8}?)\)?[项种]/u;

/** A choice among the clauses below another, taken otherwise. */
function choices(raw: string, readings: Reading[]): Mutation[] {
  return readings.flatMap((above, i) => {
    const match = choice.exec(above.text.text);
    const taken = match?.[1];
    if (!match || taken === undefined || !/^\d$/.test(taken)) return [];
    const below = readings.filter(({ clause }) => clause.parent === i);
    const numbers = below.map(({ clause }) => /\((\d+)\)$/.exec(clause.ref)?.[1]).filter((n) => n !== undefined);
    const start = match.index + match[0].lastIndexOf(taken);
    const from = above.text.at[start];
    if (!numbers.includes(taken) || from === undefined || raw.slice(from, from + 1).normalize('NFKC') !== taken)
      return [];
    return numbers
      .filter((n) => n !== taken)
      .map((n): Mutation => {
        const edits = [{ from, to: from + 1, text: n }];
        const other = readings.map((one, k): Reading => {
          const own = ancestors(readings, k).find((index) => readings[index]?.clause.parent === i);
          const last = own === undefined ? undefined : /\((\d+)\)$/.exec(readings[own]?.clause.ref ?? '')?.[1];
          return last === undefined ? one : { ...one, chosen: last === n ? 'yes' : 'no' };
        });
        return {
          kind: 'choice',
          place: above.clause.ref,
          what: `choice in ${above.clause.ref}: ${taken} → ${n}`,
          edits,
          readings: other,
          alter: altering(other, edits),
        };
      });
  });
}

function ancestors(readings: readonly Reading[], index: number): number[] {
  const all: number[] = [];
  for (let at = index; at >= 0; at = readings[at]?.clause.parent ?? -1) all.push(at);
  return all;
}

/** A fact of a contract: what it is of, where, and its value as JSON. */
export interface Fact {
  group: Group;
  key: string;
  value: string;
  /** Values that readings of the clause give it too. */
  also: readonly string[];
}

export type Group = 'parties' | 'number' | 'term' | 'tariff' | 'deadlines' | 'rates' | 'other';
export const core: readonly Group[] = ['parties', 'number', 'term', 'tariff', 'deadlines', 'rates'];

type Data = Record<string, unknown>;
const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Data[] => (Array.isArray(value) ? value.filter(isMap) : []);

/** Words for people, and what no paper states. */
const unstated = new Set([
  'id',
  'title',
  'note',
  'notes',
  'readings',
  'prefer',
  'remedies',
  'topic',
  'every_months',
  'for',
  'means',
  'printed_as',
  'reachable',
  'what',
  'service',
  'fee_capitals',
  'capitals',
  'place',
  'called',
]);

/** The facts of a contract that an importer can be held to: everything but words for people and attestations. */
export function factsOf(contract: Data): Fact[] {
  const facts: Fact[] = [];
  const say = (group: Group, key: string, raw: unknown, readings: readonly Data[] = []) => {
    // Of failures that do not count, the order says nothing.
    const value = key.endsWith('.excluded') && Array.isArray(raw) ? [...raw].sort() : raw;
    if (isMap(value) && value.blank !== true) {
      for (const [name, inner] of Object.entries(value)) {
        if (unstated.has(name) || (name === 'clause' && group !== 'other')) continue;
        const inside = readings.flatMap((one) =>
          isMap(one[name]) ? [one[name] as Data] : name in one ? [{ '': one[name] } as Data] : [],
        );
        say(group, `${key}.${name}`, inner, inside);
      }
      return;
    }
    const plain = isMap(value)
      ? { blank: true }
      : typeof value === 'string' || typeof value === 'number'
        ? String(value).replaceAll(/\s/g, '')
        : value;
    const also = readings.flatMap((one) => ('' in one ? [one['']] : []));
    facts.push({
      group,
      key,
      value: JSON.stringify(plain),
      also: also.map((one) => JSON.stringify(typeof one === 'number' ? String(one) : one)),
    });
  };
  say('number', 'number', contract.number);
  for (const [side, party] of Object.entries(contract.parties as Data)) {
    const { accounts, hotlines, ...rest } = party as Data;
    say('parties', side, rest);
    for (const account of list(accounts)) say('parties', `${side}.account@${account.clause}`, account);
    for (const { number } of list(hotlines))
      say('other', `${side}.hotline.${String(number).replaceAll(/\s/g, '')}`, true);
  }
  const { customer, carrier } = (contract.signed ?? {}) as { customer?: Data; carrier?: Data };
  say('term', 'signed', { customer: { date: customer?.date }, carrier: { date: carrier?.date } });
  say('term', 'term', contract.term);
  for (const { kind, ...rest } of list(contract.services)) say('other', `service.${kind}`, { kind, ...rest });
  for (const charge of list(contract.charges)) {
    const {
      model,
      counts: _,
      unit: __,
      overage_above: ___,
      rounding: ____,
      from: _____,
      months: ______,
      free_months: _______,
      top_up: ________,
      unused: _________,
      ...rest
    } = charge;
    say(
      'tariff',
      `charge.${model}.${charge.service}`,
      { model, ...rest },
      list(charge.readings).map(({ parameters }) => parameters as Data),
    );
  }
  const {
    late_fee,
    tolerance,
    tax,
    rounding: _,
    credits: __,
    adjustment: ___,
    ...settlement
  } = (contract.settlement ?? {}) as Data;
  if (late_fee)
    say(
      'rates',
      'late_fee',
      { permille: (late_fee as Data).permille_per_day },
      list((late_fee as Data).readings).map(({ parameters }) => ({ permille: (parameters as Data).permille_per_day })),
    );
  if (tolerance) say('rates', 'tolerance', tolerance);
  if (tax) say('rates', 'tax', tax);
  say('other', 'settlement', settlement);
  for (const { cap } of list(contract.liability)) if (cap) say('rates', 'liability', cap);
  const { delivery, topics: ____, forms, returned: _____ } = (contract.notices ?? {}) as Data;
  say('other', 'notices.forms', Array.isArray(forms) ? [...forms].sort() : forms);
  for (const one of list(delivery)) if (one.clause) say('other', `delivery.${one.method}`, one);
  const { clause: ______, ...majeure } = (contract.force_majeure ?? {}) as Data;
  say('other', 'force_majeure', majeure);
  const { by, seat_of } = (contract.disputes ?? {}) as Data;
  say('other', 'disputes', { by, seat_of });
  const seen = new Map<string, number>();
  for (const one of list(contract.obligations)) {
    if (one.kind === 'attestation') continue;
    const parameters = one.parameters as Data;
    const name = `${one.kind}@${one.clause}`;
    const marks = [
      parameters.event,
      parameters.by,
      parameters.measure,
      (parameters.categories as string[] | undefined)?.[0],
      (parameters.forbid as string[] | undefined)?.join(),
      parameters.from && one.kind === 'sending-window' ? '' : undefined,
    ]
      .filter(Boolean)
      .join('/');
    const key = `${name}(${marks})`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const timed = ['limit', 'by_day', 'months', 'resume_after', 'threshold'].some((name) => name in parameters);
    const { rows: _, ...rest } = parameters;
    say(
      timed ? 'deadlines' : 'other',
      `${key}${times > 1 ? `#${times}` : ''}`,
      { bearer: one.bearer, kind: one.kind, ...rest },
      list(one.readings).map(({ parameters }) => parameters as Data),
    );
  }
  return facts.filter(({ value }) => value !== undefined && value !== 'null');
}

export interface Score {
  /** Said and right, said and wrong, and not said. */
  right: number;
  wrong: Fact[];
  missed: Fact[];
}

/** What a draft says against what is true. */
export function scoreOf(draft: readonly Fact[], truth: readonly Fact[], groups: readonly Group[]): Score {
  const known = new Map(truth.map((one) => [one.key, one]));
  const said = new Set(draft.map(({ key }) => key));
  const mine = draft.filter(({ group }) => groups.includes(group));
  const holds = ({ key, value }: Fact): boolean => {
    const one = known.get(key);
    return one !== undefined && (one.value === value || one.also.includes(value));
  };
  const right = mine.filter(holds);
  return {
    right: right.length,
    wrong: mine.filter((one) => !holds(one)),
    missed: truth.filter(({ group, key }) => groups.includes(group) && !said.has(key)),
  };
}

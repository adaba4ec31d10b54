import { isMap } from '../contract/values.ts';
import { dataOf } from './assemble.ts';
import { signedTerms } from './signed-terms.ts';
import { type Data, laidOver, template } from './template.ts';
import type { Understood } from './understand.ts';

/** What was read as a contract in the shape of its schema, lists still maps by the names of their items. */
export interface Completed {
  contract: Data;
  /** Paths that hold what nobody read: they come from the template. */
  defaults: string[];
}

/** Puts what was read into the shape of a contract, with the template's defaults where the paper gave nothing. */
export function complete(id: string, { leaves, readings }: Understood): Completed {
  const { contract, signed, services, charges, obligations, settlement, accounts, renewal, quiet, order } = template();
  const read = signedTerms(referred(dataOf(leaves), leaves) as Data);
  const defaults: string[] = [];
  const filled = (of: unknown, data: unknown, clause: string, path: string): Data =>
    laidOver(of, data, clause, (one) => defaults.push(one === '' ? path : `${path}.${one}`)) as Data;
  const clauseOf = (data: unknown): string => (isMap(data) && typeof data.clause === 'string' ? data.clause : '首部');

  const base = laidOver(contract, read, '首部', (one) => defaults.push(one)) as Data;
  for (const [side, party] of Object.entries(isMap(base.parties) ? base.parties : {})) {
    if (!isMap(party) || !isMap(party.accounts)) continue;
    for (const [key, account] of Object.entries(party.accounts)) {
      const clause = key.slice(1).replaceAll('_', '.');
      party.accounts[key] = { clause, ...filled(accounts, account, clause, `parties.${side}.accounts.${key}`) };
    }
  }
  const hasSignatures = readings.some(({ clause }) => clause.ref === '签署页');
  const dated = leaves.get('signed.customer.date') ?? leaves.get('signed.carrier.date');
  const page = hasSignatures ? '签署页' : dated?.found.clause.ref;
  if (page) base.signed = filled({ ...signed, clause: page }, base.signed, page, 'signed');
  else delete base.signed;
  const items = (list: string, of: (item: Data, id: string) => unknown): Data =>
    Object.fromEntries(
      Object.entries(isMap(base[list]) ? base[list] : {}).map(([name, item]) => {
        const data = item as Data;
        return [name, filled(of(data, name) ?? {}, data, clauseOf(data), `${list}.${name}`)];
      }),
    );
  base.charges = items('charges', ({ model }) => charges[String(model)]);
  base.obligations = items('obligations', ({ kind }) => ({ parameters: obligations[String(kind)] ?? {} }));
  base.services = servicesOf(base, () => defaults.push('services.sms'));
  base.services = items('services', (_, name) => services[name]);
  for (const [name, of] of Object.entries(settlement)) {
    const own = isMap(base.settlement) ? base.settlement : {};
    if (own[name] !== undefined) own[name] = filled(of, own[name], clauseOf(own[name]), `settlement.${name}`);
  }
  const term = isMap(base.term) ? base.term : {};
  if (term.renewal !== undefined) term.renewal = filled(renewal, term.renewal, clauseOf(term), 'term.renewal');
  return {
    contract: ordered({ id, ...base }, order) as Data,
    defaults: defaults.filter((path) => !quiet.includes(path.slice(path.lastIndexOf('.') + 1))),
  };
}

/** Keys in the order in which people read them. */
function ordered(value: unknown, order: readonly string[]): unknown {
  if (!isMap(value)) return value;
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner, order)]));
}

/** What a rule takes from elsewhere in the draft, `=settlement.payment.cycle`, in its place; left out where nobody read that. */
function referred(value: unknown, leaves: Understood['leaves']): unknown {
  if (typeof value === 'string' && /^=[a-z]/.test(value)) return leaves.get(value.slice(1))?.value;
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, referred(inner, leaves)]));
}

/** Services that were read, and those that charges and obligations name; without any the template's, which is told. */
function servicesOf({ services, charges, obligations }: Data, onDefault: () => void): Data {
  const known: Data = isMap(services) ? { ...services } : {};
  for (const list of [charges, obligations]) {
    for (const item of Object.values(isMap(list) ? list : {})) {
      const { service, clause } = item as Data;
      if (typeof service === 'string' && !(service in known)) known[service] = { kind: service, clause };
    }
  }
  if (Object.keys(known).length > 0) return known;
  onDefault();
  return { sms: {} };
}

import type { LoadedContract } from '../../../src/contract/load.ts';
import type { Amendment, Charge } from '../../../src/contract/schema.generated.ts';
import type { Row, Tables } from '../../rules/oracle/judge.ts';
import { spanOf } from '../oracle/days.ts';
import { freeMonths } from '../oracle/free.ts';
import { type Ask, linesOf } from '../oracle/lines.ts';
import { type Amount, shown, sumOf } from '../oracle/money.ts';
import { creditsOf } from '../oracle/statement.ts';
import type { World } from '../oracle/usage.ts';
import { contractNamed } from './contract.ts';

/** A month in which each way of counting comes to something else. */
export interface Scene {
  loaded: LoadedContract;
  tables: Tables;
  period: string;
  asOf: string;
}

/** How often rows of each sort stand there: all sorts come to amounts that cannot be mistaken for each other. */
export type Counts = readonly [number, number, number, number, number];

const repeated = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row);

/** Delivered, failed and MO messages of several segments, some beside both ends of the month; calls likewise. */
function rowsOf([delivered, failed, upward, early, late]: Counts, [before, month, after]: readonly string[]): Tables {
  const text = { recipient: '13800000001', signature: '吉林医保', direction: 'MT', status: 'delivered' };
  const messages = [
    ...repeated(20 + delivered, { ...text, sent_at: `${month}-10 10:00:00`, characters: 200 }),
    ...repeated(failed, {
      ...text,
      sent_at: `${month}-11 10:00:00`,
      characters: 7 * 70 - 6,
      status: 'failed',
      failure_reason: 'off',
    }),
    ...repeated(upward, { ...text, sent_at: `${month}-12 10:00:00`, characters: 23 * 70 - 6, direction: 'MO' }),
    ...repeated(early, { ...text, sent_at: `${before} 20:00:00`, characters: 59 * 70 - 6 }),
    ...repeated(late, { ...text, sent_at: `${month}-01 05:00:00`, characters: 131 * 70 - 6 }),
    ...repeated(late + 1, { ...text, sent_at: `${after} 05:00:00`, characters: 211 * 70 - 6 }),
    ...repeated(early + 2, { ...text, sent_at: `${after} 20:00:00`, characters: 307 * 70 - 6 }),
  ].map((row, i) => ({ id: `m${i}`, ...row }));
  const call = { caller: '12393', callee: '13800000001', direction: 'out' };
  const calls = [
    ...repeated(5 + delivered, { ...call, started_at: `${month}-10 10:00:00`, seconds: 61 }),
    ...repeated(failed, { ...call, started_at: `${month}-01 05:00:00`, seconds: 1000 }),
    ...repeated(early, { ...call, started_at: `${after} 05:00:00`, seconds: 3600 }),
  ].map((row, i) => ({ id: `k${i}`, ...row }));
  return { messages, calls };
}

type Charges = Record<string, object>;

/** A contract of which some charges are changed, and perhaps amended later. */
function changed(id: string, charges: Charges, amendment?: Charges, effective = ''): LoadedContract {
  const loaded = contractNamed(id);
  const contract = structuredClone(loaded.contract);
  for (const charge of contract.charges) Object.assign(charge, charges[charge.id]);
  const title = { zh: '补充协议', en: 'Amendment' };
  const amendments = [{ id: 'a', title, clause: '1', effective, changes: { charges: amendment } } as Amendment];
  return { ...loaded, contract: amendment ? { ...contract, amendments } : contract };
}

const may = ['2024-04-30', '2024-05', '2024-06-01'] as const;
const september = ['2025-08-31', '2025-09', '2025-10-01'] as const;
const packaged = { unit: 'segment', included: 10 };

/** The scene for each cause: what the carrier is said to have done wrong makes a difference there. */
export const scenes: Readonly<Record<string, (counts: Counts) => Scene>> = {
  package: (counts) => ({
    loaded: changed('pbc-dci-2024', { 'sms-package': packaged }),
    ...{ tables: rowsOf(counts, may), period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
  amended: (counts) => ({
    loaded: changed('pbc-dci-2024', { 'sms-package': packaged }, { 'sms-package': { price: '0.043' } }, '2024-05-01'),
    ...{ tables: rowsOf(counts, may), period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
  cut: (counts) => ({
    loaded: changed('pbc-dci-2024', { 'sms-package': { ...packaged, unit: 'message' } }),
    ...{ tables: rowsOf(counts, may), period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
  stopping: (counts) => ({
    loaded: changed('shawan-forestry-2023', { 'sms-package': { included: 10 } }),
    ...{ tables: rowsOf(counts, may), period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
  resting: (counts) => ({
    loaded: changed('shawan-forestry-2023', { 'sms-package': { included: 10 } }),
    ...{
      tables: rowsOf(counts, ['2024-02-29', '2024-03', '2024-04-01']),
      period: '2024-03',
      asOf: '2024-07-31 23:59:59',
    },
  }),
  several: (counts) => ({
    loaded: changed('jilin-medical-insurance-2025', {}),
    ...{ tables: rowsOf(counts, september), period: '2025-09', asOf: '2025-12-31 23:59:59' },
  }),
  inTotal: (counts) => ({
    loaded: changed('jilin-medical-insurance-2025', { 'voice-calls': { prefer: { reading: 'total' } } }),
    ...{ tables: rowsOf(counts, september), period: '2025-09', asOf: '2025-12-31 23:59:59' },
  }),
  free: (counts) => ({
    loaded: changed('henan-psb-2023', {}),
    tables: {
      ...rowsOf(counts, may),
      complaints: [],
      events: [{ id: 'f1', type: 'free-month-chosen', occurred_at: '2024-05-01', party: 'customer' }],
      notices: [
        {
          ...{ id: 'n1', topic: 'free-month-chosen', from: 'customer', to: 'carrier', method: 'courier', ref: 'f1' },
          ...{ sent_at: '2024-03-20', received_at: '2024-03-22' },
        },
      ],
    },
    ...{ period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
  credited: (counts) => ({
    loaded: changed('henan-psb-2023', {}),
    tables: {
      messages: (rowsOf(counts, may).messages ?? []).map((row) => ({
        ...row,
        failure_reason: row.status === 'failed' ? 'congestion' : null,
      })),
      complaints: Array.from({ length: 11 }, (_, i) => ({
        id: `c${i}`,
        received_at: `2024-05-0${(i % 9) + 1} 10:00:00`,
        responsible: 'carrier',
        category: 'other',
      })),
      ...{ events: [], notices: [] },
    },
    ...{ period: '2024-05', asOf: '2024-07-31 23:59:59' },
  }),
};

type Change = Partial<Ask> & { credits?: 'ignored' };
const counting = (counts: object) => (charge: Charge) =>
  ('unit' in charge ? { ...charge, counts: { ...charge.counts, ...counts } } : charge) as Charge;
const ofModel = (of: Charge['model'], change: object) => (charge: Charge) =>
  (charge.model === of ? { ...charge, ...change } : charge) as Charge;
const inUnits = (unit: string) => (charge: Charge) => ('unit' in charge ? { ...charge, unit } : charge) as Charge;

/** What a carrier does in each case, in the words of the plain implementation, and where it makes a difference. */
export const wrongs: Readonly<Record<string, { in: string; how: Change }>> = {
  'failed-charged': { in: 'package', how: { charge: counting({ statuses: ['delivered', 'failed'] }) } },
  'mo-as-mt': { in: 'package', how: { charge: counting({ direction: 'both' }) } },
  'included-ignored': { in: 'package', how: { charge: ofModel('package', { included: 0 }) } },
  'segments-as-messages': { in: 'package', how: { charge: inUnits('message') } },
  'messages-as-segments': { in: 'cut', how: { charge: inUnits('segment') } },
  'stop-ignored': { in: 'stopping', how: { charge: ofModel('package', { overage: 'charge' }) } },
  'season-ignored': { in: 'resting', how: { charge: ({ months: _, ...charge }) => charge as Charge } },
  'month-cut-early': { in: 'package', how: { hours: -24 } },
  'month-cut-late': { in: 'several', how: { hours: 24 } },
  'month-cut-utc': { in: 'several', how: { hours: 8 } },
  'old-price': { in: 'amended', how: { undone: () => 1 } },
  'minutes-by-call': { in: 'inTotal', how: { charge: ofModel('per-minute', { rounding: 'call' }) } },
  'minutes-in-total': { in: 'several', how: { charge: ofModel('per-minute', { rounding: 'total' }) } },
  'vat-twice-6': { in: 'several', how: { percent: () => 6 } },
  'vat-twice-9': { in: 'package', how: { percent: () => 9 } },
  'free-month-missed': { in: 'free', how: { free: [] } },
  'credit-missed': { in: 'credited', how: { credits: 'ignored' } },
  'duplicates-charged': { in: 'package', how: {} },
};

/** The amounts of a carrier's bill by charge, and its total, counted in some ways; each about one charge only, if it says so. */
export function billOf(
  { loaded: { contract }, tables, asOf, period }: Scene,
  ways: readonly (Change & { only?: string })[],
) {
  const world: World = { contract, tables, asOf };
  const days = spanOf(period);
  const amounts = new Map<string, Amount | undefined>();
  for (const { id } of contract.charges) {
    const mine = ways.filter(({ only }) => only === undefined || only === id);
    const ask: Ask = {
      ...{ cuts: [], free: freeMonths(world) },
      charge: (charge) => mine.reduce((one, { charge: change }) => change?.(one) ?? one, charge),
      ...Object.assign({}, ...mine.map(({ charge: _, credits: __, only: ___, ...rest }) => rest)),
    };
    amounts.set(
      id,
      sumOf(
        linesOf(world, days, ask)
          .filter(({ charge }) => charge === id)
          .map(({ exact }) => exact),
      ),
    );
  }
  const credits = ways.some((one) => one.credits)
    ? []
    : creditsOf(world, days, linesOf(world, days, { cuts: [], free: freeMonths(world) })).filter(({ due }) => due);
  const total = sumOf([...amounts.values(), ...credits.map(({ off }) => (off === undefined ? undefined : -off))]);
  if (total === undefined) throw new Error('a bill of which nobody knows the amount');
  const lines = [...amounts].map(([charge, amount]) => ({ bill_id: 'b', charge, amount: shown(amount ?? 0n) }));
  return { total: shown(total), lines };
}

import { add, type Decimal, decimal, multiply, subtract, yuan } from '../../src/money.ts';

type Row = Readonly<Record<string, string | number>>;
export type Side = Record<string, readonly Row[]>;

/** A contract as the plain loop knows it: what a row counts, and what a month costs. */
export interface World {
  contract: string;
  from: string;
  to: string;
  /** Times of rows; some lie outside. */
  moments: readonly string[];
  /** Tables in the order in which they are compared. */
  tables: readonly string[];
  units(table: string, row: Row): number;
  total(units: (table: string, month: string) => number): Decimal;
}

const message = (row: Row, signature: number) =>
  row.direction === 'MT' && row.status === 'delivered' ? Math.ceil((Number(row.characters) + signature) / 70) : 0;
const times = (n: number, price: string) => multiply(decimal(n), decimal(price));

export const worlds: readonly World[] = [
  {
    contract: 'base',
    from: '2024-05-01',
    to: '2024-06-30',
    moments: ['2024-05-01 00:00:00', '2024-05-31 23:59:59', '2024-06-01 00:00:00', '2024-07-01 00:00:00'],
    tables: ['messages', 'calls'],
    units: (table, row) => (table === 'messages' ? message(row, 6) : 0),
    total: (units) =>
      [
        ['2024-05', '0.1'],
        ['2024-06', '0.12'],
      ].reduce(
        (sum, [month = '', price = '']) =>
          add(add(sum, decimal(100)), times(Math.max(0, units('messages', month) - 1000), price)),
        decimal(0),
      ),
  },
  {
    contract: 'jilin-medical-insurance-2025',
    from: '2025-08-01',
    to: '2025-09-30',
    moments: ['2025-07-31 23:59:59', '2025-08-01 00:00:00', '2025-08-31 23:59:59', '2025-09-01 00:00:00'],
    tables: ['messages', 'calls'],
    units: (table, row) => {
      if (table === 'messages') return message(row, 6);
      return row.direction === 'out' ? Math.ceil(Number(row.seconds) / 60) : 0;
    },
    total: (units) =>
      ['2025-08', '2025-09'].reduce((sum, month) => {
        const used = add(times(units('messages', month), '0.04'), times(units('calls', month), '0.06'));
        return add(add(sum, decimal(4000)), used);
      }, decimal(0)),
  },
];

const classes = [
  ...['missing-here', 'missing-there', 'duplicate-here', 'duplicate-there'],
  ...['status', 'direction', 'month', 'units'],
];
interface Class {
  class: string;
  rows: number;
  oursUnits: string | null;
  theirsUnits: string | null;
  amount: string | null;
}
export interface Judged {
  tables: { table: string; ours: number; theirs: number; matched: number; classes: Class[] }[];
  ours: string | null;
  theirs: string | null;
  difference: string | null;
}

/** Both sides, told apart row by row and changed class by class. */
export function judge(world: World, ours: Side, theirs: Side): Judged {
  const within = (side: Side, table: string) => (side[table] ?? []).filter((row) => inPeriod(world, row));
  const now = new Map<string, number>();
  const book = (table: string, row: Row, sign: number) => {
    const key = `${table} ${month(row)}`;
    now.set(key, (now.get(key) ?? 0) + sign * world.units(table, row));
  };
  for (const table of world.tables) for (const row of within(ours, table)) book(table, row, 1);
  const total = () => world.total((table, of) => now.get(`${table} ${of}`) ?? 0);
  const start = total();
  const tables = world.tables.map((table) => {
    const [here, there] = [within(ours, table), within(theirs, table)];
    const pairs = [...new Set([...here, ...there].map(({ id }) => id))].flatMap((id) =>
      pairsOf(world, table, ...([here, there].map((rows) => rows.filter((row) => row.id === id)) as [Row[], Row[]])),
    );
    const found = classes.map((name) => {
      const own = pairs.filter((pair) => pair.class === name);
      const before = total();
      const sum = (rows: readonly (Row | undefined)[], sign: number) => {
        for (const row of rows) if (row) book(table, row, sign);
        return String(rows.reduce((n, row) => n + (row ? world.units(table, row) : 0), 0));
      };
      const [oursUnits, theirsUnits] = [own.map(({ a }) => a), own.map(({ b }) => b)].map((rows, i) =>
        sum(rows, i === 0 ? -1 : 1),
      ) as [string, string];
      return { class: name, rows: own.length, oursUnits, theirsUnits, amount: yuan(subtract(total(), before)) };
    });
    const matched = pairs.filter(({ a, b }) => a && b).length;
    return { table, ours: here.length, theirs: there.length, matched, classes: found };
  });
  return { tables, ours: yuan(start), theirs: yuan(total()), difference: yuan(subtract(total(), start)) };
}

const time = (row: Row) => String(row.sent_at ?? row.started_at);
const month = (row: Row) => time(row).slice(0, 7);
const inPeriod = ({ from, to }: World, row: Row) => time(row).slice(0, 10) >= from && time(row).slice(0, 10) <= to;

interface Pair {
  a: Row | undefined;
  b: Row | undefined;
  class: string | undefined;
}

/** The rows of one id: those that agree, then the rest in the order of what is compared. */
function pairsOf(world: World, table: string, ours: Row[], theirs: Row[]): Pair[] {
  const agree: Pair[] = [];
  const values = (row: Row) => [month(row), row.status ?? '', row.direction, world.units(table, row)];
  const same = (a: Row, b: Row) => values(a).join() === values(b).join();
  const left = [...theirs];
  const rest = ours.filter((a) => {
    const at = left.findIndex((b) => same(a, b));
    if (at >= 0) agree.push({ a, b: left.splice(at, 1)[0], class: undefined });
    return at < 0;
  });
  const sorted = (rows: Row[]) => rows.toSorted((a, b) => compare(values(a), values(b)));
  const [as, bs] = [sorted(rest), sorted(left)];
  const pairs = Array.from({ length: Math.max(as.length, bs.length) }, (_, i): Pair => {
    const [a, b] = [as[i], bs[i]];
    if (a && b) return { a, b, class: differ(a, b) };
    const first = agree.length + i === 0;
    return {
      a,
      b,
      class: a ? (first ? 'missing-there' : 'duplicate-here') : first ? 'missing-here' : 'duplicate-there',
    };
  });
  return [...agree, ...pairs];
}

function differ(a: Row, b: Row): string {
  if (a.status !== b.status) return 'status';
  if (a.direction !== b.direction) return 'direction';
  return month(a) !== month(b) ? 'month' : 'units';
}

function compare(a: readonly (string | number | undefined)[], b: readonly (string | number | undefined)[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    if (value === undefined || other === undefined || value === other) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}

import { inForce } from '../../../src/contract/term.ts';
import { inPeriod, only, overall, texts } from '../../rules/oracle/judge.ts';
import { serviceLevel } from '../../rules/oracle/messages.ts';
import { cycleOf } from '../../rules/oracle/notices.ts';
import { arrears, carriedTo, judgeBills } from './bills.ts';
import { eachDay, firstOf, later, monthOf, monthsOf, plus, type Span, spanOf, within } from './days.ts';
import { freeMonths } from './free.ts';
import { type Ask, linesOf, totalOf } from './lines.ts';
import { type Amount, amount, orNull, share, shown, sumOf } from './money.ts';
import { readingsOf } from './readings.ts';
import { chosen, printed, quotaOf, readAs, termsOn } from './terms.ts';
import { rowsOn, usageOf, type World } from './usage.ts';

/** What a charge is reduced by where the service level was missed, counted by hand. */
export function creditsOf(world: World, days: Span, lines: ReturnType<typeof linesOf>) {
  const { contract, tables, asOf } = world;
  const span = { from: `${days.from} 00:00:00`, until: `${plus(days.to, 1)} 00:00:00`, asOf };
  return (contract.settlement.credits ?? []).flatMap((agreed) => {
    const obligation = contract.obligations.find(({ id }) => id === agreed.obligation);
    if (!obligation) return [];
    const here = tables.messages && tables.complaints;
    // A table that was supplied without rows is still a table.
    const filled = {
      messages: [...(tables.messages ?? []), { id: '', sent_at: '1000-01-01 00:00:00', status: 'rejected' }],
      complaints: [...(tables.complaints ?? []), { id: '', received_at: '1000-01-01 00:00:00' }],
    };
    const { together } = overall(here ? serviceLevel : () => only('undetermined'), {
      ...span,
      tables: filled,
      obligation,
      contract,
    });
    const excluded = 'excluded' in obligation.parameters ? texts(obligation.parameters.excluded) : [];
    const rows = (tables.messages ?? []).filter((row) => inPeriod(row.sent_at, span));
    const failed = rows.filter(
      ({ status, failure_reason }) => status !== 'delivered' && !excluded.includes(String(failure_reason)),
    ).length;
    const attempts = failed + rows.filter(({ status }) => status === 'delivered').length;
    const fee = totalOf(lines.filter(({ charge }) => charge === agreed.charge));
    const known = here && fee !== undefined && attempts > 0;
    const off = known ? share(fee, BigInt(failed), BigInt(attempts)) : undefined;
    return [{ credit: agreed.id, verdict: together.verdict, due: together.verdict === 'breached', off }];
  });
}

function capOf(world: World, days: Span, net: (days: Span) => Amount | undefined) {
  const { settlement, term, charges } = world.contract;
  if (!settlement.cap) return null;
  const limit = printed(settlement.cap.amount);
  const open = { since: null, used: null, headroom: null, excess: null, reached: null };
  if (limit === undefined) return { amount: null, ...open };
  const since = printed(term.from) ?? charges.flatMap(({ from }) => from ?? []).sort()[0];
  const cap = amount(limit);
  if (since === undefined || since > days.to) return { amount: shown(cap), ...open };
  const { to: end } = inForce(world.contract);
  const months = monthsOf({ from: since, to: days.to }).filter(({ from }) => from <= end && from <= world.asOf);
  const totals = months.map((month) => net({ from: month.from, to: firstOf(month.to, days.to) }));
  const used = sumOf(totals);
  if (used === undefined) return { amount: shown(cap), ...open, since };
  const own = sumOf(totals.filter((_, i) => monthOf(String(months[i]?.from)) >= monthOf(days.from))) ?? 0n;
  const over = used > cap ? used - cap : 0n;
  let [sum, reached]: [Amount, { month: string; forecast: boolean } | null] = [0n, null];
  totals.forEach((one, i) => {
    sum += one ?? 0n;
    if (sum >= cap) reached ??= { month: monthOf(String(months[i]?.from)), forecast: false };
  });
  const each = used / BigInt(Math.max(1, months.length));
  if (!reached && used > 0n && each > 0n) {
    const n = BigInt(months.length);
    const more = ((cap - used) * n + used - 1n) / used;
    const month = monthOf(later(String(months.at(-1)?.from), Number(more > 2000n ? 2000n : more)));
    if (more <= 1200n) reached = { month, forecast: true };
  }
  return {
    ...{ amount: shown(cap), since, used: shown(used), headroom: shown(used > cap ? 0n : cap - used) },
    ...{ excess: shown(over < own ? over : own), reached },
  };
}

function quotasOf(world: World, days: Span) {
  const stands = (id: string, day: string) => termsOn(world.contract, day).charges.find((one) => one.id === id);
  const begun = days.to < world.asOf ? days.to : world.asOf.slice(0, 10);
  return world.contract.charges.flatMap(({ id }) => {
    const last = eachDay({ from: days.from, to: begun }).findLast((day) => stands(id, day));
    const written = last && stands(id, last);
    if (!written) return [];
    const charge = readAs(written, chosen(written));
    const span = quotaOf(charge, world.contract, days.to, (from, n) => later(from, 12 * n));
    if (charge.model !== 'prepaid' || !span) return [];
    const until = { from: span.from, to: firstOf(days.to, span.to) };
    const counted = usageOf(world, charge, termsOn(world.contract, last), {
      from: span.from,
      to: firstOf(last, until.to),
    });
    const used = counted && counted.low === counted.high ? counted.low : undefined;
    const bought = rowsOn(world, 'events', 'occurred_at', until)
      .filter(({ type, ref }) => type === 'top-up' && (ref == null || ref === charge.id))
      .map(({ quantity }) => (quantity == null ? undefined : BigInt(Number(quantity))));
    const more = sumOf(bought);
    const text = (n: bigint | undefined) => (n === undefined ? null : String(n));
    const left = used === undefined || more === undefined ? undefined : BigInt(charge.included) + more - used;
    return [
      {
        ...{ charge: charge.id, ...span, included: String(charge.included) },
        ...{ toppedUp: text(more), used: text(used), left: text(left) },
      },
    ];
  });
}

/** The statement of a period (a name, or two days with dots between them), by loops over the rows. */
export function plainStatement(world: World, period: string) {
  const days = spanOf(period);
  const free = freeMonths(world);
  const ask: Ask = { cuts: [days.from, plus(days.to, 1)], free };
  const net = (span: Span): Amount | undefined => {
    const lines = linesOf(world, span, ask);
    const credits = creditsOf(world, span, lines).filter(({ due }) => due);
    return sumOf([totalOf(lines), ...credits.map(({ off }) => (off === undefined ? undefined : -off))]);
  };
  const seen = (span: Span) => isSeen(world, span);
  const lines = linesOf(world, days, ask);
  const judged = judgeBills(world, days.to, { net, seen });
  const own = judged.filter(({ span }) => within(span, days));
  const cycles = ['month', 'quarter', 'half-year', 'year'];
  const finest = cycles.find((one) => judged.some(({ cycle }) => cycle === one)) ?? '';
  const wanted = judged.some(({ cycle }) => cycle === cycleOf(period)) ? cycleOf(period) : finest;
  const carried = carriedTo(world.contract, days, wanted, judged);
  const cap = capOf(world, days, net);
  // How much of a cap that is stated is used up must be known.
  const excess = !cap?.since ? 0n : cap.excess === null ? undefined : amount(cap.excess);
  const due = sumOf([
    net(days),
    carried === null ? undefined : (carried ?? 0n),
    excess === undefined ? undefined : -excess,
  ]);
  return {
    lines: lines.map(({ exact: _, ...line }) => line),
    total: orNull(totalOf(lines)),
    ...readingsOf(world, days, ask),
    credits: creditsOf(world, days, lines).map(({ off, ...one }) => ({ ...one, amount: orNull(off) })),
    adjustment: carried === undefined ? 'none' : carried === null ? null : shown(carried),
    payable: orNull(due),
    cap,
    prepaid: quotasOf(world, days),
    freeMonths: free.filter(({ month }) => month >= monthOf(days.from) && month <= monthOf(days.to)),
    ...arrears(world, period),
    reconciliations: own.map(({ result }) => result),
  };
}

/** Whether there is any record of use on these days; where nothing is counted there is nothing to be seen. */
function isSeen(world: World, days: Span): boolean {
  const tables = termsOn(world.contract, days.to).charges.flatMap((charge) =>
    charge.model === 'per-minute' ? ['calls'] : 'unit' in charge ? ['messages'] : [],
  );
  const here = tables.filter((table) => world.tables[table]);
  const time = (table: string) => (table === 'calls' ? 'started_at' : 'sent_at');
  return here.length === 0 || here.some((table) => rowsOn(world, table, time(table), days).length > 0);
}

// What a statement over all messages costs: against the same sums by hand, and with a hard stop against without one.
import { bill, loadCalendar, loadContract, loadRules, openRecords, periodFromTo } from '../../dist/index.js';
import { openStore } from '../../dist/records/store.js';
import { medians, viewsOf } from './measure.mjs';

/** UTF-16 units, as the contract counts them. */
const characters = (text) => `length(regexp_replace(${text}, '([\\x{10000}-\\x{10FFFF}])', '\\1\\1', 'g'))`;

/** Segments by month under both readings, as a person would ask for them. */
const byHand = ({ from, to, asOf }) => `
  SELECT date_trunc('month', sent_at)::date AS month,
    sum(segments) FILTER (WHERE status = 'delivered') AS delivered,
    sum(segments) FILTER (WHERE status IN ('delivered', 'failed')) AS sent
  FROM (SELECT sent_at, status, CASE WHEN n <= 70 THEN 1 ELSE (n + 69) // 70 END AS segments
    FROM (SELECT sent_at, status, ${characters('content')} + ${characters('signature')} + 2 AS n FROM messages
      WHERE direction = 'MT' AND sent_at >= '${from} 00:00:00' AND sent_at < DATE '${to}' + 1 AND sent_at <= '${asOf}'))
  GROUP BY month ORDER BY month`;

/** The statement of the folder's months, and the sums by hand over the same files; throws where they count differently. */
export async function measureBill(folder, temp) {
  return opened(folder, async (records, input) => {
    const store = await openStore(temp);
    try {
      await viewsOf(store, folder.dir);
      const ours = () => bill({ ...input, loaded: loadContract(folder.contract), records });
      const [billed, hand] = await medians([ours, () => store.query(byHand(folder))]);
      const used = billed.result.usage.map((one) => one.used).join();
      const counted = hand.result.map((row) => String(row.delivered)).join();
      if (used !== counted) throw new Error(`the statement counts ${used}, by hand ${counted}`);
      return { billed, hand };
    } finally {
      await store.close();
    }
  });
}

/** The same messages under a contract that stops sending at its quota, and under it without the stop. */
export async function measureStop(folder, contract) {
  return opened(folder, async (records, input) => {
    const loaded = loadContract(contract);
    const reading = (overage) => {
      const charges = loaded.contract.charges.map(({ readings: _, ...charge }) => ({ ...charge, overage }));
      return { ...loaded, contract: { ...loaded.contract, charges } };
    };
    // The bills of the folder are of another contract: nothing would be learnt from looking for causes of their differences.
    const rules = { ...input.rules, causes: [] };
    const ours = (overage) => () => bill({ ...input, rules, loaded: reading(overage), records });
    const [stopped, charged] = await medians([ours('stop'), ours('charge')]);
    return { stopped, charged };
  });
}

async function opened({ dir, from, to, asOf }, use) {
  const calendar = loadCalendar();
  const records = await openRecords(dir, { calendar });
  try {
    return await use(records, { rules: loadRules(), calendar, period: periodFromTo(from, to), asOf });
  } finally {
    await records.close();
  }
}

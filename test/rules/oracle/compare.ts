import { expect } from 'vitest';
import { type LoadedContract, loadContract } from '../../../src/contract/load.ts';
import { nextDay } from '../../../src/time/day.ts';
import { parsePeriod } from '../../../src/time/period.ts';
import { checkPut } from '../../support/records.ts';
import { attestation, breachGrades } from './attested.ts';
import { billWithin, invoiceWithin, paymentByCycleEnd, settleWithin } from './bills.ts';
import { harassmentShutdown, respondWithin } from './complaints.ts';
import { given, type Judge, overall, type Tables } from './judge.ts';
import { callLists, recipientLists } from './lists.ts';
import { messageContent, messageSignature, portClasses, quotaStop, sendingWindow, serviceLevel } from './messages.ts';
import { advanceNotice, capNotice, followUp, renewalObjection } from './notices.ts';
import { callerNumbers, callFrequency, callHours, changeOrder, complaintLimit, paymentOnce } from './others.ts';

const judges: Readonly<Record<string, Judge>> = {
  'recipient-lists': recipientLists,
  'call-lists': callLists,
  'sending-window': sendingWindow,
  'message-content': messageContent,
  'port-classes': portClasses,
  'quota-stop': quotaStop,
  'service-level': serviceLevel,
  'caller-numbers': callerNumbers,
  'call-hours': callHours,
  'call-frequency': callFrequency,
  'complaint-limit': complaintLimit,
  'change-order': changeOrder,
  'payment-once': paymentOnce,
  'message-signature': messageSignature,
  'respond-within': respondWithin,
  'follow-up': followUp,
  'advance-notice': advanceNotice,
  'renewal-objection': renewalObjection,
  'cap-notice': capNotice,
  'settle-within': settleWithin,
  'bill-within': billWithin,
  'invoice-within': invoiceWithin,
  'payment-by-cycle-end': paymentByCycleEnd,
  'harassment-shutdown': harassmentShutdown,
  'breach-grades': breachGrades,
  attestation,
  retention: attestation,
};

const all = [
  ...['henan-psb-2023', 'jilin-medical-insurance-2025', 'neimenggu-earthquake-2024', 'pbc-dci-2024'],
  'shawan-forestry-2023',
].map((id) => loadContract(`contracts/${id}`));

/** The contracts with their obligations of these kinds only; `changes` are laid over the parameters of an id. */
export function restricted(kinds: readonly string[], changes: Record<string, object> = {}): LoadedContract[] {
  return all.flatMap((loaded) => {
    const contract = structuredClone(loaded.contract);
    contract.obligations = contract.obligations.filter(({ kind }) => kinds.includes(kind));
    for (const one of contract.obligations) {
      for (const each of [one, ...(one.readings ?? [])]) Object.assign(each.parameters, changes[one.id]);
    }
    return contract.obligations.length > 0 ? [{ ...loaded, contract }] : [];
  });
}

/** The same, each obligation by itself: a statement over few obligations is planned many times faster. */
export const apart = (kinds: readonly string[], changes: Record<string, object> = {}): LoadedContract[] =>
  restricted(kinds, changes).flatMap((loaded) =>
    loaded.contract.obligations.map((one) => ({ ...loaded, contract: { ...loaded.contract, obligations: [one] } })),
  );

export interface Data {
  tables: Tables;
  period: string;
  asOf: string;
}

/** Verdicts, and for breaches the evidence, of a plain look and of the command, obligation by obligation. */
export async function compare(contracts: readonly LoadedContract[], { tables, period, asOf }: Data): Promise<void> {
  const { from, to } = parsePeriod(period);
  const span = { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, asOf };
  for (const loaded of contracts) {
    const { contract } = loaded;
    const { findings } = await checkPut(given(tables), { contract: loaded, period, asOf });
    const found = findings.map(({ obligation, verdict, readings, evidence }) => ({
      ...{ obligation, verdict, readings: readings.map((one) => one.verdict) },
      ids: verdict === 'breached' ? evidence.map(({ id }) => id).toSorted() : [],
    }));
    const plain = contract.obligations.map((obligation) => {
      const judge = judges[obligation.kind];
      if (!judge) throw new Error(`no judge of ${obligation.kind}`);
      const { together, readings } = overall(judge, { ...span, tables, obligation, contract });
      const ids = [...together.ids].toSorted();
      return { obligation: obligation.id, verdict: together.verdict, readings, ids };
    });
    expect(found, contract.id).toEqual(plain);
  }
}

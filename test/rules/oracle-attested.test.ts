import fc from 'fast-check';
import { apart } from './oracle/compare.ts';
import * as rows from './oracle/made/rows.ts';
import { property } from './oracle/property.ts';

const kept = apart(['attestation', 'retention']);
const small = [0, 3].flatMap((few) =>
  apart(['breach-grades']).map((loaded) => {
    const contract = structuredClone(loaded.contract);
    for (const { parameters } of contract.obligations) {
      // Thousands of complaints in the table, a few here.
      if (!('rows' in parameters)) continue;
      for (const row of parameters.rows) {
        if (row.shown_by === 'complaints') Object.assign(row, scaled(row, few));
      }
    }
    return { ...loaded, contract };
  }),
);

function scaled({ over = 0, up_to }: { over?: number; up_to?: number }, few: number) {
  const fewer = (n: number) => (n === 0 ? few : n === 1000 ? few + 1 : few + 3);
  return { over: fewer(over), ...(up_to !== undefined && { up_to: fewer(up_to) }) };
}

property('what people attest holds as long as a plain look says', kept, ({ obligations }) =>
  fc.record({
    tables: fc.record(
      { attestations: rows.attestations([...obligations.map(({ id }) => id), 'another']) },
      { requiredKeys: [] },
    ),
    period: rows.periods,
    asOf: rows.asOfs,
  }),
);
property('breaches by grade are counted as by hand', small, ({ obligations }) =>
  fc.record({
    tables: fc.record(
      { complaints: rows.complaints, attestations: rows.attestations(obligations.map(({ id }) => id)) },
      { requiredKeys: [] },
    ),
    period: rows.periods,
    asOf: rows.asOfs,
  }),
);
property('messages are signed as a plain look at each says', apart(['message-signature']), () =>
  fc.record({
    tables: fc.record({ messages: rows.signed }, { requiredKeys: [] }),
    period: rows.periods,
    asOf: rows.asOfs,
  }),
);

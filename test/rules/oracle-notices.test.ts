import { apart } from './oracle/compare.ts';
import { announced, objections } from './oracle/made/announced.ts';
import { property } from './oracle/property.ts';

property('notice ahead of an event is in time as a plain look says', apart(['advance-notice']), announced);

const renewing = apart(['renewal-objection']);
// One of the papers leaves the end of the term blank: as it is, and with one.
const ending = renewing.map((loaded) => {
  const term = { ...loaded.contract.term, to: '2025-05-30' };
  return { ...loaded, contract: { ...loaded.contract, term } };
});
property('an objection to the renewal is in time as a plain look says', [...ending, ...renewing], objections);

import type { Charge, Contract, Text } from '../../contract/schema.generated.ts';

/** One charge under one of its readings, with the contract whose services it is counted by. */
export interface Variant {
  charge: Charge;
  reading: { id: string; means: Text } | undefined;
  contract: Contract;
}

/** A charge under every reading of it. */
export function readings(charge: Charge, contract: Contract): Variant[] {
  const read = charge.readings?.map(({ id, means, parameters }) => ({
    charge: { ...charge, ...parameters } as Charge,
    reading: { id, means },
    contract,
  }));
  return read ?? [{ charge, reading: undefined, contract }];
}

/** The reading that makes the total: the preferred one, else the first. */
export function isChosen({ charge, reading }: Variant): boolean {
  return !reading || reading.id === (charge.prefer?.reading ?? charge.readings?.[0]?.id);
}

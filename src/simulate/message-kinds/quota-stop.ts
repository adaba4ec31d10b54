import type { QuotaStop } from '../../contract/schema.generated.ts';
import { type MessageSide, ofMessages } from './side.ts';

const side: MessageSide = {
  /** Never more messages than the quota, but in the broken month: there are a fifth more, for not all are delivered. */
  size(parameters, { broken }, { label }, planned) {
    const { quota } = parameters as QuotaStop;
    return broken === label ? Math.max(planned, Math.ceil((quota * 6) / 5)) : Math.min(planned, quota);
  },
  watch(parameters, _duty, { label }) {
    const { quota, unit } = parameters as QuotaStop;
    let sent = 0;
    return {
      see({ direction, status }) {
        if (direction === 'MT' && status === 'delivered') sent += 1;
      },
      judged() {
        if (sent === 0) return { verdict: 'not-triggered', records: [] };
        if (unit !== 'message') return { verdict: 'undetermined', records: [] };
        if (sent <= quota) return { verdict: 'fulfilled', records: [] };
        return { verdict: 'breached', records: [{ table: 'messages', id: label }] };
      },
    };
  },
};

/** Sending stops once a month has reached a quota. */
export const quotaStop = ofMessages(side);

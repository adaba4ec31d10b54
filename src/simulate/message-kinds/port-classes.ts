import type { PortClasses } from '../../contract/schema.generated.ts';
import type { Message } from '../messages.ts';
import type { RecordRef } from '../world.ts';
import { mainPort } from './shape.ts';
import { isSent, type MessageSide, name, ofMessages } from './side.ts';

const classOf = ({ classes }: PortClasses, category: string): number =>
  classes.findIndex((one) => one.some((name) => name === category));

/** The class whose port is the contract's own. */
const usual = (p: PortClasses): number => Math.max(0, classOf(p, 'verification'));

const tells = (p: PortClasses, message: Message): boolean => message.port !== '' && classOf(p, message.category) >= 0;

const side: MessageSide = {
  /** A port for each class; that of verification codes has no digit more than the contract's. */
  shape(parameters, shape) {
    const p = parameters as PortClasses;
    shape.only = new Set(p.classes.flat());
    for (const [i, categories] of p.classes.entries()) {
      for (const category of categories) {
        shape.categories.add(category);
        if (i !== usual(p)) shape.ports.set(category, String(i + 1));
      }
    }
  },
  /** A message of one class goes out by the port of another. */
  spoiling({ readings }, _month, { contract }) {
    const [p] = readings as [PortClasses];
    return {
      fits: (message) => isSent(message) && tells(p, message) && classOf(p, message.category) !== usual(p),
      spoil(message) {
        message.port = mainPort(contract);
      },
    };
  },
  watch(parameters) {
    const p = parameters as PortClasses;
    const ports = new Map<string, { classes: Set<number>; messages: RecordRef[] }>();
    let [seen, unsure] = [false, false];
    return {
      see(message) {
        if (!isSent(message)) return;
        seen = true;
        if (!tells(p, message)) {
          unsure = true;
          return;
        }
        const port = ports.get(message.port) ?? { classes: new Set(), messages: [] };
        ports.set(message.port, port);
        port.classes.add(classOf(p, message.category));
        name(port.messages, message);
      },
      judged() {
        const records = [...ports.values()].filter(({ classes }) => classes.size > 1).flatMap((one) => one.messages);
        if (!seen) return { verdict: 'not-triggered', records };
        return { verdict: records.length > 0 ? 'breached' : unsure ? 'undetermined' : 'fulfilled', records };
      },
    };
  },
};

/** One class of messages a port. */
export const portClasses = ofMessages(side);

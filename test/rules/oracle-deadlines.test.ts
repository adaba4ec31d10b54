import { apart } from './oracle/compare.ts';
import { harassment, incidents } from './oracle/made/complaints.ts';
import { followed } from './oracle/made/followed.ts';
import { property } from './oracle/property.ts';

property(
  'answers and repairs are in time, each or on average, as a plain look at each case says',
  apart(['respond-within']),
  incidents,
);
property('what must follow an event follows it in time as a plain look says', apart(['follow-up']), followed);
property(
  'a harassment complaint shuts the service, and calm opens it, as a plain look says',
  apart(['harassment-shutdown']),
  harassment,
);

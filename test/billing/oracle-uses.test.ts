import { property } from './compare.ts';

property(
  'a month of line, minutes and messages comes to what a plain loop says',
  'jilin-medical-insurance-2025',
  '2025-06-01',
);

import { property } from './compare.ts';

property(
  'a month of single messages, with credits and free months, comes to what a plain loop says',
  'henan-psb-2023',
  '2023-11-01',
);
property(
  'a month of a package paid ahead, with top-ups, comes to what a plain loop says',
  'neimenggu-earthquake-2024',
  '2024-05-01',
);

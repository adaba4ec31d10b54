import { property } from './compare.ts';

property('a month of a package with overage comes to what a plain loop says', 'pbc-dci-2024', '2024-02-01');
property(
  'a month of a package that stops, or does not, comes to what a plain loop says',
  'shawan-forestry-2023',
  '2023-05-01',
);

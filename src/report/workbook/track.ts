import { portStates, rateWords, trackWords } from '../../locale/ports.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { CheckResult, Detail, Finding } from '../../rules/finding.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import { detail } from '../view/track.ts';
import type { Voice } from '../view/words.ts';
import { code, type SheetColumn, tableSheet, text, time } from './cells.ts';

interface Row {
  finding: Finding;
  of: Detail[number];
}

/** The days of each state of the ports, of the findings that have a track; none where no finding has. */
export function trackSheets({ findings }: CheckResult, voice: Voice): Sheet[] {
  const { lang, labels } = voice;
  const { sheets, heads } = workbookWords[lang];
  const rows = findings.flatMap((finding): Row[] => detail(finding.facts.track).map((of) => ({ finding, of })));
  if (rows.length === 0) return [];
  const columns: SheetColumn<Row>[] = [
    { head: heads.title, width: 30, cell: ({ finding }) => text(finding.title[lang], voice) },
    { head: heads.clause, width: 10, cell: ({ finding }) => code(finding.clause, voice) },
    { head: trackWords.port[lang], width: 20, cell: ({ of }) => code(String(of.port), voice) },
    { head: trackWords.from[lang], width: 12, cell: ({ of }) => time(String(of.from)) },
    { head: trackWords.to[lang], width: 12, cell: ({ of }) => time(String(of.to)) },
    {
      head: trackWords.state[lang],
      width: 12,
      cell: ({ of }) => text(portStates[String(of.state)]?.[lang] ?? String(of.state), voice),
    },
    { head: trackWords.rate[lang], width: 20, cell: ({ of }) => text(rateWords(String(of.rate))[lang], voice) },
    { head: trackWords.optIn[lang], width: 16, cell: ({ of }) => text(of.optIn ? labels.yes : labels.no, voice) },
  ];
  return [tableSheet(sheets.track, columns, rows, '')];
}

import { type PaperProblem, pageList } from '../papers.ts';

const list = (pages: readonly number[]) => `${pages.length === 1 ? 'Page' : 'Pages'} ${pageList(pages, '-', ', ')}`;

/** What is wrong with a contract's PDF. */
export const paperProblems: PaperProblem = {
  'pdf-form': (d) => ({
    message: {
      folder: 'This is a folder, not a PDF.',
      device: 'This is a pipe or a device, not a file.',
      empty: 'The file has no content (0 bytes).',
      other: 'This is no PDF: it does not begin as one.',
      damaged: `The PDF is damaged or cut short and cannot be opened${d.detail ? `: ${d.detail}` : '.'}`,
      locked: 'The PDF is locked with a password.',
    }[d.fault],
    help: {
      folder: 'Name the PDF itself.',
      device: 'Save it to a file first, and name that file.',
      empty: 'Copy or download it again.',
      other:
        'Save the contract as a PDF in the program that it was written with; a photo is to be put into a PDF first.',
      damaged: 'Copy or download it again; if a reader still opens it, print it to a new PDF there.',
      locked: 'Open it with the password in a reader, save it without one, and name that file.',
    }[d.fault],
  }),
  'pdf-size': (d) => ({
    message:
      d.of === 'pages'
        ? `The PDF has ${d.found} pages; at most ${d.most} are read.`
        : `The file has ${d.found} MB; at most ${d.most} MB are read.`,
    help:
      d.of === 'pages'
        ? 'Save the pages of the contract as a PDF of their own.'
        : 'Save only the pages of the contract, or scan in black and white at 300 dpi.',
  }),
  'pdf-no-text': (d) => ({
    message: d.ocr
      ? `No text was found on the ${d.pages} page(s), in their pictures neither.`
      : `None of the ${d.pages} page(s) has text: this is a scan, or the PDF is empty.`,
    help: d.ocr
      ? 'Check that the pages are upright and sharp; 300 dpi in grey is best.'
      : 'Add --ocr to read the text from the pictures.',
  }),
  'pdf-blank-pages': (d) => ({
    message: `${list(d.pages)} of ${d.of}: no text${d.ocr ? ', in the picture neither' : ''}. What is printed there is missing in the draft.`,
    help: d.ocr
      ? 'Look at them in the paper; what is agreed there is to be added by hand.'
      : 'Look at them in the paper; if they are scanned, add --ocr.',
  }),
  'pdf-ocr-pages': (d) => ({
    message: `${list(d.pages)} of ${d.of}: read from the picture. Single characters, digits too, may be wrong, and ticked boxes are not told from empty ones.`,
    help: 'Compare every number, name and box of these pages with the paper.',
  }),
  'pdf-page-damaged': (d) => ({
    message: `Page ${d.page} cannot be read: ${d.detail}`,
    help: 'Look at it in the paper; what is agreed there is to be added by hand. Printing the PDF to a new one may mend it.',
  }),
  'ocr-missing': (d) => ({
    message: `Reading pictures needs packages that are not installed: ${d.packages.join(', ')}.`,
    help: `Install them once: npm install --no-save ${d.packages.join(' ')}`,
  }),
  'ocr-failed': (d) => ({
    message: `The picture of page ${d.page} cannot be read: ${d.detail}`,
    help: 'Try again; if it stays, scan the page anew.',
  }),
};

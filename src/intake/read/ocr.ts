import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { firstLine, stop } from '../../problem.ts';

/** What reads pictures; installed by those who need it only, for it takes 70 MB. */
const packages = ['tesseract.js@7', '@tesseract.js-data/chi_sim@1'];

interface Worker {
  recognize(picture: Buffer): Promise<{ data: { text: string } }>;
  terminate(): Promise<unknown>;
}
interface Tesseract {
  createWorker(language: string, engine: number, options: Record<string, unknown>): Promise<Worker>;
}

/** Reads the text of a page's picture (PNG). */
export interface Reader {
  text(picture: Uint8Array): Promise<string>;
  close(): Promise<unknown>;
}

/** A reader of simplified Chinese. Throws Stop (`ocr-missing`) where its packages are not installed. */
export async function openReader(file: string): Promise<Reader> {
  let failure: Error | undefined;
  const { createWorker, langPath } = await installed().catch(() => stop('ocr-missing', { packages }, { file }));
  const worker = await createWorker('chi_sim', 1, {
    langPath,
    cacheMethod: 'none',
    // Its worker would throw where nobody can catch it.
    errorHandler: (error: unknown) => {
      failure = error instanceof Error ? error : new Error(String(error));
    },
  }).catch((error: unknown) => stop('ocr-failed', { page: 1, detail: said(failure ?? error) }, { file }));
  return {
    text: async (picture) => (await worker.recognize(Buffer.from(picture))).data.text,
    close: () => worker.terminate(),
  };
}

/** Nothing is fetched: the characters' data lies in a package too. */
async function installed(): Promise<{ createWorker: Tesseract['createWorker']; langPath: string }> {
  const [name, data] = ['tesseract.js', '@tesseract.js-data/chi_sim'];
  const found = createRequire(import.meta.url).resolve(`${data}/package.json`);
  const loaded: Partial<Tesseract> & { default?: Tesseract } = await import(name);
  const createWorker = loaded.createWorker ?? loaded.default?.createWorker;
  if (!createWorker) throw new Error(name);
  return { createWorker, langPath: join(dirname(found), '4.0.0_best_int') };
}

export const said = (error: unknown): string => (error instanceof Error ? firstLine(error) : String(error));

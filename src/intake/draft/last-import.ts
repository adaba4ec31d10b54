import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { isMap } from '../../contract/values.ts';
import { Stop, stop } from '../../problem.ts';
import { readYaml } from '../../yaml/read.ts';
import type { Data } from '../template.ts';

/** What an import tells the next one into the same folder, beside the contract that it wrote. */
export interface Written {
  /** The comments of its contract.yaml: any other is a person's. */
  comments: readonly string[];
  /** The hash of its review.md. */
  review: string;
}

export interface LastImport extends Written {
  /** As the last import wrote it. */
  contract: Data;
  /** As it stands there now. */
  document: Document;
  /** How its lines end. */
  end: '\n' | '\r\n';
}

/**
 * The last import into a folder, undefined for none. Throws Stop where somebody else wrote the contract there, and where the
 * contract or what the last import left cannot be read: then nobody can say what people changed.
 */
export function lastImport(out: string): LastImport | undefined {
  const [contract, log] = [join(out, 'contract.yaml'), join(out, 'import.json')];
  if (!existsSync(contract)) return undefined;
  if (!existsSync(log)) stop('import-not-ours', {}, { file: contract });
  const { text, data, problems } = readYaml(contract);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Stop(errors);
  if (!isMap(data)) stop('import-not-ours', {}, { file: contract });
  // Put in place by renaming, a new file would stand where a person locked the old one.
  if ((statSync(contract).mode & 0o222) === 0) stop('file-unwritable', { detail: 'EACCES' }, { file: contract });
  const left = jsonOf(log);
  if (!isMap(left) || !isMap(left.contract)) return stop('import-log', {}, { file: log });
  const { comments, review } = isMap(left.written) ? left.written : {};
  return {
    contract: left.contract,
    document: parseDocument(text),
    end: text.includes('\r\n') ? '\r\n' : '\n',
    comments: Array.isArray(comments) ? comments.map(String) : [],
    review: String(review),
  };
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { home } from '../home.ts';
import { nearest } from '../nearest.ts';
import { stop } from '../problem.ts';

/** Whether there is a folder, itself or by a link. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folder of contracts: contracts/ here, else the one beside the program. */
export function contractsFolder(): string {
  return isFolder('contracts') ? resolve('contracts') : join(home, 'contracts');
}

/**
 * The folder of contracts here, for what is asked of all of them: those that came with the program are nobody's own, and
 * a check that passes on them alone is no pass. Throws Stop where there is none.
 */
export const contractsHere = (): string =>
  isFolder('contracts') ? contractsFolder() : stop('no-contracts', { folder: 'contracts' });

/** The ids of all contracts of the folder, in order. */
export function contractIds(folder = contractsFolder()): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'contract.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** The contract.yaml meant by an id under contracts/ or by a path to it or its folder. Throws Stop, with the nearest names. */
export function contractFile(contract: string): string {
  const folder = contractsFolder();
  for (const path of [join(folder, contract, 'contract.yaml'), join(contract, 'contract.yaml'), contract]) {
    if (existsSync(path) && statSync(path).isFile()) return path;
  }
  const ids = contractIds(folder);
  const best = nearest(basename(contract), ids);
  const alike = ids.filter((id) => contract !== '' && (id.includes(contract) || contract.includes(id)));
  const near = best ? [best] : alike.length > 0 ? alike : ids.slice(0, 5);
  return stop('contract-not-found', { contract, nearest: near, folder: basename(dirname(join(folder, 'x'))) });
}

/** What may be a contract's id: the name of its folder. */
export const isContractId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);

import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, a line each: file, test, the first line of why. */
  readonly faults: readonly string[];
}

/** One step of `npm test`. Throws when it fails; a step that runs tests returns their counts instead. */
export interface Step {
  readonly name: string;
  run(): Promise<Counts | undefined>;
}

/** A step that is one program of node_modules, run by this Node, with its output shown. */
export function program(
  name: string,
  script: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Step {
  return {
    name,
    run: async () => {
      const status = await node([...nodeArgs, join('node_modules', script), ...args]);
      if (status !== 0) throw new Error(`exit status ${status}`);
      return undefined;
    },
  };
}

/** A step that runs vitest and counts. A test that was skipped counts as failed: here nothing is left out. */
export function tests(name: string, args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const report = join(tmpdir(), `concerto-vitest-${process.pid}-${name}.json`);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const status = await node(['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters]);
      const counted = await readCounts(report);
      if (status === 0 || counted.failed > 0) return counted;
      return { ...counted, failed: 1, faults: [...counted.faults, `vitest ended with ${status}`] };
    },
  };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file failed as a whole; empty where its tests say it. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

function faultsOf(report: VitestReport): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const ofTests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`);
    return status === 'failed' && ofTests.length === 0 ? [`${file}: ${firstLine(message)}`] : ofTests;
  });
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

async function readCounts(report: string): Promise<Counts> {
  try {
    const told = JSON.parse(await readFile(report, 'utf8')) as VitestReport;
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests + told.numPendingTests + told.numTodoTests,
      faults: faultsOf(told),
    };
  } catch (error) {
    console.error(`vitest left no report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, faults: [] };
  } finally {
    await rm(report, { force: true });
  }
}

function node(args: readonly string[]): Promise<number> {
  return run(process.execPath, args);
}

/** Runs a program in the project's folder with its output shown. @returns its exit status, 1 when a signal ended it */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

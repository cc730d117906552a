import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrowserName } from './find.ts';

/** Includes a font, because a bare system has none, and text without a font has no size. */
const PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
};

/**
 * Installs a browser from the system's packages where that needs no prompt: on Debian, as root or with
 * a `sudo` that asks for no password. Ubuntu's packages only install snaps.
 */
export function installPackage(name: BrowserName, tried: string[]): boolean {
  const command = aptGet();
  if (!command) {
    tried.push("the system's packages: needs Debian's apt-get, as root or through sudo");
    return false;
  }
  console.log(`Installing ${name} from the system's packages ...`);
  // If this fails, the old package lists may still do.
  run([...command, '-qq', 'update']);
  const failure = run([
    ...command,
    '-qq',
    '-y',
    '--no-install-recommends',
    'install',
    ...PACKAGES[name],
  ]);
  if (failure !== undefined) tried.push(`apt-get install ${PACKAGES[name].join(' ')}: ${failure}`);
  return failure === undefined;
}

function aptGet(): string[] | undefined {
  if (process.platform !== 'linux' || !isDebian() || run(['apt-get', '--version']) !== undefined) {
    return undefined;
  }
  const silent = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  if (process.getuid?.() === 0) return silent;
  return run(['sudo', '-n', 'true']) === undefined ? ['sudo', '-n', ...silent] : undefined;
}

function isDebian(): boolean {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID(_LIKE)?=.*ubuntu/m.test(release);
  } catch {
    return false;
  }
}

/** Runs a command. Returns the reason if it failed. */
function run([program = '', ...args]: string[]): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `exit code ${status}`);
}

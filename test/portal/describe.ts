import { FAULT_CHECKS, FAULT_KINDS } from './faults.ts';
import type { LocalPortal } from './portal.ts';
import { defaultSettings, type PortalSettings } from './settings.ts';

export const HELP = `Usage: npm run portal -- [options]

  --port 8800        port to listen on; 0 takes any free one
  --host localhost   host name in the address
  --layout drawer    profile (2021) or drawer (2024)
  --lang fr          en, fr or es
  --keys 1000        number of keys of the first user
  --endpoint URL     endpoint that the page shows
  --redraw 2000      milliseconds after which the page draws its keys anew
  --list             show every setting and fault, and stop
  --help             show this`;

/** What a person needs to use a portal that just started. */
export function describePortal(portal: LocalPortal): string {
  const { origin, users } = portal;
  const people = users.map((user) => `${user.userName} (${user.firstName} ${user.lastName})`);
  return `CloudMC portal: ${origin}
Users:          ${people.join(', ')}; password ${users[0].password}
Pages:          ${origin}/profile/api-credentials?layout=profile&lang=en
                ${origin}/home?layout=drawer&lang=en#api-credentials

Change something while it runs (GET shows what is set):
  curl --json '{"layout": "drawer", "language": "fr", "keyCount": 40}' ${origin}/_portal/settings
  curl --json '{"kind": "status", "status": 500, "times": 1}' ${origin}/_portal/faults
  curl -X DELETE ${origin}/_portal/faults
  curl --json '{"advance": 86400000}' ${origin}/_portal/clock
  curl -X POST ${origin}/_portal/expire-sessions

${describeSettings(portal.settings)}

${describeFaults()}

Stop it with Ctrl+C.`;
}

export function describeSettings(part: Partial<PortalSettings>): string {
  const lines = Object.entries({ ...defaultSettings(), ...part }).map(
    ([name, value]) => `  ${name.padEnd(15)} ${JSON.stringify(value)}`,
  );
  return ['Settings:', ...lines].join('\n');
}

export function describeFaults(): string {
  const others = Object.entries(FAULT_CHECKS).filter(([name]) => name !== 'kind');
  const lines = others.map(([name, check]) => `  ${name.padEnd(15)} ${check.needs}`);
  return [`Faults, by kind: ${FAULT_KINDS.join(', ')}; with`, ...lines].join('\n');
}

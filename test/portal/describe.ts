import { type Check, type Checks, isCheck } from './checks.ts';
import { FAULT_CHECKS, FAULT_KINDS } from './faults.ts';
import type { LocalPortal } from './portal.ts';
import { GROUPS, type PortalSettings } from './settings.ts';

export const HELP = `Usage: npm run portal -- [options]

  --port 8800        port to listen on; 0 takes any free one
  --host localhost   host name in the address
  --layout drawer    profile, drawer, submenu, classic, panel or custom
  --lang fr          en, fr or es
  --keys 1000        number of keys of the first user
  --endpoint URL     endpoint that the page shows
  --redraw 2000      milliseconds after which the page redraws its keys
  --list             show every setting and fault, and stop
  --help             show this

Every setting is an option, such as --keys-path /v1/tokens or --panel-opens false.`;

/** What a user needs to know about a portal that has just started. */
export function describePortal(portal: LocalPortal): string {
  const { origin, users } = portal;
  const names = users.map((user) => `${user.userName} (${user.firstName} ${user.lastName})`);
  return `CloudMC portal: ${origin}
Users:          ${names.join(', ')}; password ${users[0].password}
Key API:        ${portal.apiOrigin}${portal.keysPathOf()}
Pages:          ${origin}/profile/api-credentials?layout=profile&lang=en
                ${origin}/home?layout=drawer&lang=en#api-credentials

Change something while it runs (GET shows what is set):
  curl --json '{"layout": "drawer", "language": "fr", "keyCount": 40}' ${origin}/_portal/settings
  curl --json '{"kind": "status", "status": 500, "times": 1}' ${origin}/_portal/faults
  curl -X DELETE ${origin}/_portal/faults
  curl --json '{"advance": 86400000}' ${origin}/_portal/clock
  curl -X POST ${origin}/_portal/expire-sessions

${listEverything(portal.settings)}

Stop it with Ctrl+C.`;
}

/** Every setting and fault: its meaning, its possible values and its current value. */
export function listEverything(part: Partial<PortalSettings>): string {
  const now: Record<string, unknown> = part;
  const groups = Object.entries(GROUPS).map(([title, group]) => {
    const lines = Object.entries(group).map(([name, { check, initial, about }]) => {
      const shown = JSON.stringify(now[name] === undefined ? initial : now[name]);
      return `  ${name.padEnd(20)} ${about}\n${' '.repeat(23)}${values(check)}; it is ${shown}`;
    });
    return `${title}:\n${lines.join('\n')}`;
  });
  return `${groups.join('\n\n')}\n\n${describeFaults()}`;
}

function values(check: Check | Checks): string {
  return isCheck(check) ? check.needs : `an object of ${Object.keys(check).join(', ')}`;
}

function describeFaults(): string {
  const others = Object.entries(FAULT_CHECKS).filter(([name]) => name !== 'kind');
  const lines = others.map(([name, check]) => `  ${name.padEnd(20)} ${values(check)}`);
  return [`Faults, by kind: ${FAULT_KINDS.join(', ')}; with`, ...lines].join('\n');
}

import { type Language, WORDS } from './words';

export interface Key {
  name: string;
  lastIp: string;
  lastActivity: string;
}

export const KEYS: Key[] = [
  { name: 'never used', lastIp: '', lastActivity: '' },
  { name: 'Énumérer-les-réseaux', lastIp: '2001:db8::1f', lastActivity: '2024-07-12 10:11:07' },
  { name: 'Update KB', lastIp: '192.0.2.17', lastActivity: '2021-03-11 16:09:22' },
];
export const ENDPOINT = 'https://api.portal.test/api/v2';
/** Shaped like a key, but not a real one. */
export const VALUE = 'AAECAwQFBgcICQoLDA0ODw==';
export const BULLETS = '•'.repeat(24);

const icon = (name: string, label = '') => `<a href="#"><i data-icon="${name}"${label}></i></a>`;

function table(columns: readonly string[], keys: Key[], extra = ''): string {
  const rows = keys.map(
    (key) =>
      `<tr><td></td><td>${key.name}</td><td>${key.lastIp}</td><td>${key.lastActivity}</td><td>${icon('pencil')}${icon('cross')}</td></tr>`,
  );
  return `<table><thead><tr><th></th>${columns.map((name) => `<th>${name}</th>`).join('')}<th></th></tr></thead><tbody>${rows.join('')}${extra}</tbody></table>`;
}

/** Service keys, with a masked "API key" among them. */
export function servicePart(language: Language): string {
  const { service, fields } = WORDS[language];
  const [field, value, endpoint, key, secret, project] = fields;
  const masked = `<code>${BULLETS}</code> ${icon('eye')}`;
  const lines = [
    [endpoint, '<code>https://service.test/client/api</code>'],
    [key, masked],
    [secret, masked],
    [project, '<code>5b770aad-dee8-4cf3-8529-b18a83645e1f</code>'],
  ];
  return `<h3>${service}</h3><div><input placeholder="..."></div><table><thead><tr><th></th><th>${field}</th><th>${value}</th></tr></thead><tbody>${lines.map(([name, shown]) => `<tr><td></td><td>${name}</td><td>${shown}</td></tr>`).join('')}</tbody></table>`;
}

/** The notification about a new key. */
export function notification(language: Language, shown = `<span>${BULLETS}</span>`): string {
  const { generated, keyValue } = WORDS[language];
  return `<aside><h2>Notifications</h2><article><a href="#"><i></i></a><p>${generated[0]}<b>Update KB</b>${generated[1]}</p><small>11:53</small><h4>${keyValue}</h4><div>${shown} ${icon('eye')} ${icon('clipboard')}</div></article></aside>`;
}

type Page = (language: Language) => string;

/** One page for each known generation of the portal. */
export const LAYOUTS: Record<string, Page> = {
  profile: (language) => {
    const { credentials, section, generate, endpoint, columns } = WORDS[language];
    return `<ul><li><a href="#">${credentials}</a></li></ul><main><h2><i></i> ${credentials}</h2><div><h3>${section}</h3><a href="#" role="button"><i></i> ${generate}</a></div><div><label>${endpoint}</label> <span>${ENDPOINT}</span> ${icon('clipboard')}</div>${table(columns, KEYS)}</main>`;
  },
  'profile with the keys of services': (language) => {
    const { section, generate, endpoint, columns } = WORDS[language];
    return `<main><h3>${section}</h3><div>${endpoint} ${ENDPOINT}</div><button>${generate.toUpperCase()}</button>${table(columns, KEYS)}${servicePart(language)}</main>`;
  },
  'endpoint above the heading, legacy row below': (language) => {
    const { section, generate, docs, endpoint, columns, legacy } = WORDS[language];
    const last =
      language === 'es'
        ? ''
        : `<tr><td></td><td><em>${legacy}</em></td><td></td><td></td><td>${icon('cross')}</td></tr>`;
    return `<main><p>${docs} <a href="/docs">https://portal.test/api-docs</a></p><p>${endpoint}&nbsp;<span>${ENDPOINT}</span></p><section><div><div>${section.replace("'", '’')}</div><button>${generate.replace("'", '’')}</button></div>${table(columns, KEYS, last)}</section></main>`;
  },
  'drawer with cards': (language) => {
    const { credentials, section, generate, docs, endpoint, columns } = WORDS[language];
    const title = (text: string) =>
      text.replace(/ ?:$/, '').replace(/(^| )\p{L}/gu, (start) => start.toUpperCase());
    const cards = KEYS.map(
      (key) =>
        `<li><div><strong>${key.name}</strong><span>${icon('pencil')}${icon('cross')}</span></div><dl><div><dt>${columns[1]}</dt><dd>${key.lastIp}</dd></div><div><dt>${columns[2]}</dt><dd>${key.lastActivity}</dd></div></dl></li>`,
    );
    return `<div role="dialog"><header><button>←</button><h2>${title(credentials)}</h2><button>×</button></header><h3>${title(section)}</h3><div><div>${title(docs)}</div><a href="/docs">https://portal.test/api-docs</a></div><div><div>${title(endpoint)}</div><div><span>${ENDPOINT}</span><button></button></div></div><button>${title(generate)}</button><div>${columns[0]}</div><ul>${cards.join('')}</ul></div>`;
  },
  'custom interface with a grid': (language) => {
    const { credentials, generate, docs, endpoint, columns } = WORDS[language];
    const row = (cells: readonly string[]) =>
      `<div role="row">${cells.map((cell) => `<div role="cell"><span>${cell}</span></div>`).join('')}</div>`;
    return `<div role="tablist"><div role="tab" aria-selected="true">${credentials}</div></div><div><div>${docs}https://api.portal.test</div><div>${endpoint}${ENDPOINT}</div></div><button><span>${generate}</span></button><div role="table"><div>${row([...columns, ''])}</div><div>${KEYS.map((key) => row([key.name, key.lastIp, key.lastActivity, '<button>…</button>'])).join('')}</div></div>`;
  },
};

export const WITHOUT_ENDPOINT: Page = (language) => {
  const { section, generate, columns } = WORDS[language];
  return `<main><h3>${section}</h3><button>${generate}</button>${table(columns, KEYS)}${servicePart(language)}</main>`;
};

/** Unrelated pages that still mention keys. */
export const OTHERS: Record<string, Page> = {
  'home page': (language) => {
    const { credentials, section, generate, endpoint } = WORDS[language];
    return `<nav><a href="#">${credentials}</a><a href="#">${section}</a></nav><h1>Home</h1><section><h2>Quick access</h2><a href="#">${credentials}</a><a href="#">${generate}</a></section><p>See <b>${section}</b> for more.</p><p>${endpoint} ${ENDPOINT}</p><table><tr><th>${WORDS[language].columns[0]}</th></tr><tr><td>web-01</td></tr></table>`;
  },
  prose: (language) => {
    const { section, generate, endpoint } = WORDS[language];
    return `<h1>Help</h1><p>Open <b>${section}</b> and press <b>${generate}</b>, then use it.</p><p>${endpoint} ${ENDPOINT}</p><p>${WORDS[language].columns.join(', ')}</p>`;
  },
  'fields and values of something else': (language) => {
    const { service, fields } = WORDS[language];
    const other = servicePart(language).replace(`<h3>${service}</h3>`, '<h3>Tags</h3>');
    return `<nav><a href="#">${service}</a></nav><p>See <b>${service}</b>.</p>${other}<h3>${fields[3]}</h3>`;
  },
  'another section after the keys of services': (language) => {
    const { service } = WORDS[language];
    const table = servicePart(language).replace(`<h3>${service}</h3>`, '<h3>Tags</h3>');
    return `<h3>${service}</h3><p>-</p>${table}`;
  },
  'sign-in devices': (language) => {
    const { credentials, columns } = WORDS[language];
    return `<ul><li><a href="#">${credentials}</a></li></ul><h2>Devices</h2>${table(columns, KEYS)}`;
  },
  'a form that asks for a key': (language) =>
    `<h2>Connect</h2><form><label>${WORDS[language].keyValue}</label><input type="password" value="typed-by-a-person"></form>`,
  'another secret': (language) =>
    `<aside><p>Instance <b>db01</b> was created</p><h4>Password</h4><div><span>${BULLETS}</span>${icon('eye')}</div></aside><p>${WORDS[language].keyValue}</p>`,
};

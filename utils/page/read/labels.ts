/**
 * The portal's own words in its three languages, folded, from its published screens and help pages.
 * Where the two differ, both are listed.
 */
export const WORDS = {
  section: "api keys|cles (d')?api|claves (de )?api",
  serviceSection: "service api keys|cles (d')?api de service|claves (de )?api de servicio",
  generate: "generate api key|generer une cle (d')?api|generar (una )?clave (de )?api",
  endpoint: "endpoint|point d'entree|point de terminaison|punto final",
  name: 'name|nom|nombre',
  lastIp: 'last ip|derniere ip|ultima ip',
  lastActivity: 'last activity|derniere activite|ultima actividad',
  keyValue: "api key|cle (d')?api|clave (de )?api",
  otherSecret: 'password|mot de passe|contrasena|secret key|cle secrete|clave secreta',
  field: 'field|champ|campo',
  value: 'value|valeur|valor',
  legacy: "legacy api key|cle d'api de generation precedente",
};

/** What a short text on the portal's page can mean. */
export type Label = keyof typeof WORDS;

/** No label is longer than this, so longer texts need no look-up. Characters. */
export const LONGEST_LABEL = 48;

/**
 * Makes texts comparable: ignores case, accents, the kind of space or apostrophe, a colon at the end
 * and the characters of icon fonts. Accents are ignored because capitals often lose them.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Co}]/gu, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?: ?$/, '')
    .trim()
    .toLowerCase();
}

const LABELS = Object.entries(WORDS).map(
  ([label, words]) => [label as Label, new RegExp(`^(${words})$`)] as const,
);

/** Returns what a text means, or undefined when it is none of the portal's words. */
export function labelOf(text: string): Label | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const folded = fold(text);
  return LABELS.find(([, words]) => words.test(folded))?.[0];
}

/** The words that a sentence about a new key has in it, as `fold` leaves them. */
export const GENERATED =
  /\b(?:has been generated|was generated|a ete generee|ha sido generada|se ha generado)\b/;

/** Whether this is the portal's sentence about a key that was just generated. */
export function saysGenerated(text: string): boolean {
  // The cheap test comes first, because every text on the page gets here.
  return text.length < 400 && /g.{1,3}n.{1,3}r/i.test(text) && GENERATED.test(fold(text));
}

/** Anything that turns a page into one with API keys contains one of these words. */
const CLUE = /\b(?:api|ip)\b|activi|endpoint/i;

/** Whether a text could be about API keys; a cheap first test. */
export function hasClue(text: string): boolean {
  return CLUE.test(text);
}

const REVEALS =
  /\b(?:show|reveal|view|display|unmask|hid|mask|eye|toggl|visib|affich|montr|voir|masqu|cach|mostrar|ver|revelar|ocult)/;
const COPIES = /cop(?:y|i)|clipboard|presse-papier|portapapeles/;
const ENDS = /clos|dismiss|delet|remov|clear|revo[ck]|gener|ferm|effac|suppr|cerrar|borrar|elimin/;

/**
 * What an icon does, judging by its own label. An icon with another label is left alone: it could be
 * the one that generates new keys.
 */
export function iconPurpose(label: string): 'reveal' | 'copy' | 'other' | 'unknown' {
  const text = fold(label);
  if (text === '') return 'unknown';
  if (ENDS.test(text)) return 'other';
  if (COPIES.test(text)) return 'copy';
  return REVEALS.test(text) ? 'reveal' : 'other';
}

/** Bullets, or another sign repeated, show that at least a part of a text is masked. */
export const HIDDEN = /([^\w\s])\1\1|[•●…]/;

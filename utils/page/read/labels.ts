/**
 * The portal's own words in its three languages as `fold` leaves them, taken from its published screens
 * and help. Where help and screens differ, both are here.
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

/** What a short text on the portal's page can stand for. */
export type Label = keyof typeof WORDS;

/** No label is longer than this, so a longer text need not be looked up. */
export const LONGEST_LABEL = 48;

/**
 * Makes texts comparable: case, accents, kinds of space and of apostrophe, a colon at the end and
 * characters of icon fonts make no difference. Accents go because capitals often lose them.
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

/** Tells what a text stands for, or undefined when it is none of the portal's words. */
export function labelOf(text: string): Label | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const folded = fold(text);
  return LABELS.find(([, words]) => words.test(folded))?.[0];
}

/** The words that a sentence about a new key has in it, as `fold` leaves them. */
export const GENERATED =
  /\b(?:has been generated|was generated|a ete generee|ha sido generada|se ha generado)\b/;

/** Is this the portal's sentence that says a key was generated? */
export function saysGenerated(text: string): boolean {
  // The short test comes first, as every text of the page is asked.
  return text.length < 400 && /g.{1,3}n.{1,3}r/i.test(text) && GENERATED.test(fold(text));
}

/** Whatever can turn a page without API keys into one with them contains one of these words. */
const CLUE = /\b(?:api|ip)\b|activi|endpoint/i;

/** A cheap first look: can this text be part of what we look for? */
export function hasClue(text: string): boolean {
  return CLUE.test(text);
}

const REVEALS =
  /\b(?:show|reveal|view|display|unmask|hid|mask|eye|toggl|visib|affich|montr|voir|masqu|cach|mostrar|ver|revelar|ocult)/;
const COPIES = /cop(?:y|i)|clipboard|presse-papier|portapapeles/;
const ENDS = /clos|dismiss|delet|remov|clear|revo[ck]|gener|ferm|effac|suppr|cerrar|borrar|elimin/;

/**
 * What an icon does, as far as its own label tells. One whose label is not understood is left alone:
 * it could be the one that makes new keys.
 */
export function iconPurpose(label: string): 'reveal' | 'copy' | 'other' | 'unknown' {
  const text = fold(label);
  if (text === '') return 'unknown';
  if (ENDS.test(text)) return 'other';
  if (COPIES.test(text)) return 'copy';
  return REVEALS.test(text) ? 'reveal' : 'other';
}

/** Bullets, or another sign again and again, mean that a part of a text at least is not shown. */
export const HIDDEN = /([^\w\s])\1\1|[•●…]/;

/** What a short text on the portal's page can stand for. */
export type Label =
  | 'section'
  | 'serviceSection'
  | 'generate'
  | 'endpoint'
  | 'name'
  | 'lastIp'
  | 'lastActivity'
  | 'keyValue'
  | 'otherSecret'
  | 'field'
  | 'value'
  | 'legacy';

/**
 * The portal's own words in its three languages, taken from its published screens and help.
 * Where help and screens differ, both are here.
 */
const TEXTS: Record<Label, string[]> = {
  section: ['API keys', "Clés d'API", 'Clés API', 'Claves API', 'Claves de API'],
  serviceSection: [
    'Service API keys',
    "Clés d'API de service",
    'Clés API de service',
    'Claves de API de servicio',
    'Claves API de servicio',
  ],
  generate: [
    'Generate API key',
    "Générer une clé d'API",
    'Générer une clé API',
    'Generar clave de API',
    'Generar clave API',
    'Generar una clave de API',
  ],
  endpoint: ['Endpoint', "Point d'entrée", 'Point de terminaison', 'Punto final'],
  name: ['Name', 'Nom', 'Nombre'],
  lastIp: ['Last IP', 'Dernière IP', 'Última IP'],
  lastActivity: ['Last activity', 'Dernière activité', 'Última actividad'],
  keyValue: ['API key', "Clé d'API", 'Clé API', 'Clave API', 'Clave de API'],
  otherSecret: [
    'Password',
    'Mot de passe',
    'Contraseña',
    'Secret key',
    'Clé secrète',
    'Clave secreta',
  ],
  field: ['Field', 'Champ', 'Campo'],
  value: ['Value', 'Valeur', 'Valor'],
  legacy: ['Legacy API key', "Clé d'API de génération précédente"],
};

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

const BY_TEXT = new Map(
  Object.entries(TEXTS).flatMap(([label, texts]) =>
    texts.map((text) => [fold(text), label as Label] as const),
  ),
);

/** Tells what a text stands for, or undefined when it is none of the portal's words. */
export function labelOf(text: string): Label | undefined {
  return text.length > LONGEST_LABEL ? undefined : BY_TEXT.get(fold(text));
}

const GENERATED =
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
  /\b(?:show|reveal|view|display|unmask|hide|mask|eye|affich|montr|voir|masqu|cach|mostrar|ver|revelar|ocult)/;
const COPIES = /cop(?:y|i)|clipboard|presse-papier|portapapeles/;
const ENDS =
  /clos|dismiss|delet|remov|clear|cancel|revo[ck]|regener|ferm|effac|suppr|cerrar|borrar|elimin|edit|modif/;

/** What an icon does, as far as its own label tells. */
export function iconPurpose(label: string): 'reveal' | 'copy' | 'other' | 'unknown' {
  const text = fold(label);
  if (ENDS.test(text)) return 'other';
  if (COPIES.test(text)) return 'copy';
  return REVEALS.test(text) ? 'reveal' : 'unknown';
}

import type { Label } from '../../../../utils/page/read/labels';

/** A published page that shows words of the portal. */
interface Source {
  /** the title of the help article in CloudMC's public knowledge base */
  article: string;
  /** a screenshot in that article, or the article's own text */
  kind: 'picture' | 'prose';
  /** the day the screenshot or text was published, as YYYY-MM-DD */
  date: string;
}

/** One word of the portal, and where it was seen. */
export interface Sighting {
  label: Label | 'generated';
  language: 'en' | 'fr' | 'es';
  /** as written there */
  text: string;
  /** `null` if never seen: a likely variant of a word that was */
  seenIn: Source | null;
}

const picture = (article: string, date: string): Source => ({ article, kind: 'picture', date });
const prose = (article: string, date: string): Source => ({ article, kind: 'prose', date });

const KEYS = {
  en: picture('How-to: Generate a CloudMC API key', '2021-03-16'),
  fr: picture('Comment faire: Générer une clé API CloudMC', '2021-03-16'),
  es: picture('Generar una clave API de CloudMC', '2023-04-11'),
};
const KEYS_PROSE = {
  fr: prose('Générer une clé API CloudOps', '2025-02-12'),
  es: prose('Generar una clave API de CloudOps', '2025-02-12'),
};
const SERVICES = {
  en: picture('How to obtain service API keys', '2023-03-27'),
  fr: picture("Comment obtenir des clés d'API de service", '2023-03-27'),
  es: picture('Cómo obtener claves API de servicio', '2023-03-27'),
};
const SERVICES_PROSE = {
  fr: prose("Comment obtenir des clés d'API de service", '2025-02-12'),
  es: prose('Cómo obtener claves API de servicio', '2025-02-12'),
};
const LEGACY = {
  en: picture('How to obtain Object Storage API credentials?', '2022-09-13'),
  fr: picture("Comment obtenir les informations pour l'API de stockage objet?", '2022-09-13'),
};
const CREDENTIALS_PROSE = prose('Credenciales de la API', '2025-10-21');
const NOTIFICATIONS_PROSE = prose('Gestionar tus notificaciones', '2025-02-12');

const ROWS: [Sighting['label'], Sighting['language'], string, Source | null][] = [
  ['section', 'en', 'API keys', KEYS.en],
  ['section', 'fr', "Clés d'API", KEYS.fr],
  ['section', 'fr', 'Clés API', KEYS_PROSE.fr],
  ['section', 'es', 'Claves API', KEYS.es],
  ['section', 'es', 'Claves de API', KEYS_PROSE.es],

  ['serviceSection', 'en', 'Service API keys', SERVICES.en],
  ['serviceSection', 'fr', "Clés d'API de service", SERVICES.fr],
  ['serviceSection', 'fr', 'Clés API de service', SERVICES_PROSE.fr],
  ['serviceSection', 'es', 'Claves de API de servicio', SERVICES.es],
  ['serviceSection', 'es', 'Claves API de servicio', SERVICES_PROSE.es],

  ['generate', 'en', 'Generate API key', KEYS.en],
  ['generate', 'fr', "Générer une clé d'API", KEYS.fr],
  ['generate', 'fr', 'Générer une clé API', KEYS_PROSE.fr],
  ['generate', 'es', 'Generar clave de API', KEYS.es],
  ['generate', 'es', 'Generar una clave de API', CREDENTIALS_PROSE],
  ['generate', 'es', 'Generar una clave API', KEYS_PROSE.es],
  ['generate', 'es', 'Generar clave API', null],

  ['endpoint', 'en', 'Endpoint:', KEYS.en],
  ['endpoint', 'fr', "Point d'entrée:", KEYS.fr],
  ['endpoint', 'fr', 'Point de terminaison', KEYS_PROSE.fr],
  ['endpoint', 'es', 'Punto final', KEYS_PROSE.es],

  ['name', 'en', 'Name', KEYS.en],
  ['name', 'fr', 'Nom', KEYS.fr],
  ['name', 'es', 'Nombre', KEYS.es],

  ['lastIp', 'en', 'Last IP', KEYS.en],
  ['lastIp', 'fr', 'Dernière IP', KEYS.fr],
  ['lastIp', 'es', 'Última IP', KEYS.es],

  ['lastActivity', 'en', 'Last activity', KEYS.en],
  ['lastActivity', 'fr', 'Dernière activité', KEYS.fr],
  ['lastActivity', 'es', 'Última actividad', KEYS.es],

  ['keyValue', 'en', 'API key', KEYS.en],
  ['keyValue', 'fr', "Clé d'API", KEYS.fr],
  ['keyValue', 'fr', 'Clé API', KEYS_PROSE.fr],
  ['keyValue', 'es', 'Clave API', KEYS.es],
  ['keyValue', 'es', 'Clave de API', KEYS_PROSE.es],

  ['otherSecret', 'en', 'Password', SERVICES.en],
  ['otherSecret', 'en', 'Secret key', SERVICES.en],
  ['otherSecret', 'fr', 'Mot de passe', SERVICES.fr],
  ['otherSecret', 'fr', 'Clé secrète', SERVICES.fr],
  ['otherSecret', 'es', 'Contraseña', NOTIFICATIONS_PROSE],
  ['otherSecret', 'es', 'Clave secreta', SERVICES.es],

  ['field', 'en', 'Field', SERVICES.en],
  ['field', 'fr', 'Champ', SERVICES.fr],
  ['field', 'es', 'Campo', SERVICES.es],

  ['value', 'en', 'Value', SERVICES.en],
  ['value', 'fr', 'Valeur', SERVICES.fr],
  // The Spanish screenshot leaves this column in English.
  ['value', 'es', 'Value', SERVICES.es],
  ['value', 'es', 'Valor', null],

  ['legacy', 'en', 'Legacy API key', LEGACY.en],
  ['legacy', 'fr', "Clé d'API de génération précédente", LEGACY.fr],

  ['generated', 'en', 'has been generated', KEYS.en],
  ['generated', 'en', 'was generated', null],
  ['generated', 'fr', 'a été générée', KEYS.fr],
  ['generated', 'es', 'ha sido generada', KEYS.es],
  ['generated', 'es', 'se ha generado', null],
];

/** Every word the page reader knows. */
export const EVIDENCE: Sighting[] = ROWS.map(([label, language, text, seenIn]) => ({
  label,
  language,
  text,
  seenIn,
}));

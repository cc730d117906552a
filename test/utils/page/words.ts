/** The portal's words on the pages in this folder, in each language. */
export const WORDS = {
  en: {
    credentials: 'API credentials',
    section: 'API keys',
    service: 'Service API keys',
    generate: 'Generate API key',
    docs: 'API docs:',
    endpoint: 'Endpoint:',
    columns: ['Name', 'Last IP', 'Last activity'],
    legacy: 'Legacy API key',
    keyValue: 'API key',
    generated: ['The API key ', ' has been generated. Save it now.'],
    fields: ['Field', 'Value', 'API endpoint', 'API key', 'Secret key', 'Project ID'],
  },
  fr: {
    credentials: "Identifiants d'API",
    section: "Clés d'API",
    service: "Clés d'API de service",
    generate: "Générer une clé d'API",
    docs: "Documentation de l'API :",
    endpoint: "Point d'entrée :",
    columns: ['Nom', 'Dernière IP', 'Dernière activité'],
    legacy: "Clé d'API de génération précédente",
    keyValue: "Clé d'API",
    generated: ["La clé d'API ", ' a été générée. Conservez-la.'],
    fields: ['Champ', 'Valeur', "URL de l'API", "Clé d'API", 'Clé secrète', 'ID du projet'],
  },
  es: {
    credentials: 'Credenciales de API',
    section: 'Claves API',
    service: 'Claves de API de servicio',
    generate: 'Generar clave de API',
    docs: 'Documentación de la API:',
    endpoint: 'Punto final:',
    columns: ['Nombre', 'Última IP', 'Última actividad'],
    legacy: 'Clave API anterior',
    keyValue: 'Clave API',
    generated: ['La clave de la API ', ' ha sido generada. Guárdela.'],
    fields: [
      'Campo',
      'Value',
      'Endpoint de la API',
      'Clave API',
      'Clave secreta',
      'ID del proyecto',
    ],
  },
} as const;

export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as Language[];

import type { Language } from '../../settings.ts';
import { config } from '../config.ts';

/** The words for service keys. */
interface ServiceLabels {
  section: string;
  search: string;
  regenerate: string;
  field: string;
  value: string;
  /** By the API's names for the fields. */
  fields: Record<string, string>;
}

const LABELS: Record<Language, ServiceLabels> = {
  en: {
    section: 'Service API keys',
    search: 'Search...',
    regenerate: 'Regenerate',
    field: 'Field',
    value: 'Value',
    fields: {
      endpoint: 'API endpoint',
      apiKey: 'API key',
      secretKey: 'Secret key',
      projectId: 'Project ID',
      authUrl: 'Authentication URL',
      identityApiVersion: 'Identity API version',
      domainId: 'Domain ID',
      projectName: 'Project name',
      userName: 'User name',
      password: 'Password',
      s3AccessKey: 'S3 API access key',
      s3SecretKey: 'S3 API secret key',
    },
  },
  fr: {
    section: "Clés d'API de service",
    search: 'Rechercher...',
    regenerate: 'Regénérer',
    field: 'Champ',
    value: 'Valeur',
    fields: {
      endpoint: "URL de l'API",
      apiKey: "Clé d'API",
      secretKey: 'Clé secrète',
      projectId: 'ID du projet',
      authUrl: "URL d'authentification",
      identityApiVersion: "Version de l'API d'identité",
      domainId: 'ID du domaine',
      projectName: 'Nom du projet',
      userName: "Nom d'utilisateur",
      password: 'Mot de passe',
      s3AccessKey: "Clé d'accès de l'API S3",
      s3SecretKey: "Clé secrète de l'API S3",
    },
  },
  es: {
    section: 'Claves de API de servicio',
    search: 'Buscar...',
    regenerate: 'Regenerar',
    field: 'Campo',
    // The real portal leaves this untranslated.
    value: 'Value',
    fields: {
      endpoint: 'Endpoint de la API',
      apiKey: 'Clave API',
      secretKey: 'Clave secreta',
      projectId: 'ID del proyecto',
      authUrl: 'URL de autenticación',
      identityApiVersion: 'Versión de la API de identidad',
      domainId: 'ID del dominio',
      projectName: 'Nombre del proyecto',
      userName: 'Nombre de usuario',
      password: 'Contraseña',
      s3AccessKey: 'Clave de acceso de la API S3',
      s3SecretKey: 'Clave secreta de la API S3',
    },
  },
};

export const t: ServiceLabels = LABELS[config.language];

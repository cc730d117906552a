import type { Language } from '../../settings.ts';
import { config } from '../config.ts';

/** The words of the 2024 drawer: Title Case in English, no colons. */
interface DrawerLabels {
  title: string;
  organization: string;
  role: string;
  roles: string;
  none: string;
  account: string;
  credentials: string;
  sshKeys: string;
  security: string;
  language: string;
  logout: string;
  keys: string;
  docs: string;
  endpoint: string;
  generate: string;
  deleteKey: string;
  delete: string;
  back: string;
  home: string;
}

const LABELS: Record<Language, DrawerLabels> = {
  en: {
    title: 'User Settings',
    organization: 'Organization',
    role: 'Primary Role',
    roles: 'Additional Roles',
    none: 'None',
    account: 'Account Information',
    credentials: 'API Credentials',
    sshKeys: 'SSH Keys',
    security: 'Security',
    language: 'Language',
    logout: 'Logout',
    keys: 'API Keys',
    docs: 'API docs',
    endpoint: 'Endpoint',
    generate: 'Generate API Key',
    deleteKey: 'Delete API key',
    delete: 'Delete',
    back: 'Back',
    home: 'Home',
  },
  fr: {
    title: "Paramètres de l'utilisateur",
    organization: 'Organisation',
    role: 'Rôle principal',
    roles: 'Rôles supplémentaires',
    none: 'Aucun',
    account: 'Information sur le compte',
    credentials: "Identifiants d'API",
    sshKeys: 'Clés SSH',
    security: 'Sécurité',
    language: 'Langue',
    logout: 'Déconnecter',
    keys: "Clés d'API",
    docs: "Documentation de l'API",
    endpoint: "Point d'entrée",
    generate: "Générer une clé d'API",
    deleteKey: "Supprimer la clé d'API",
    delete: 'Supprimer',
    back: 'Retour',
    home: 'Accueil',
  },
  es: {
    title: 'Parámetros de usuario',
    organization: 'Organización',
    role: 'Rol principal',
    roles: 'Roles adicionales',
    none: 'Ninguno',
    account: 'Información de la cuenta',
    credentials: 'Credenciales de API',
    sshKeys: 'Claves SSH',
    security: 'Seguridad',
    language: 'Idioma',
    logout: 'Cerrar sesión',
    keys: 'Claves API',
    docs: 'Documentación de la API',
    endpoint: 'Punto final',
    generate: 'Generar clave de API',
    deleteKey: 'Eliminar clave de API',
    delete: 'Eliminar',
    back: 'Volver',
    home: 'Inicio',
  },
};

export const t: DrawerLabels = LABELS[config.language];

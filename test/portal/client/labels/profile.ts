import type { Language } from '../../settings.ts';
import { config } from '../config.ts';

/** The words of the 2021 profile page, letter for letter. */
interface ProfileLabels {
  header: string;
  subHeader: string;
  tabs: { account: string; credentials: string; security: string; notifications: string };
  section: string;
  endpoint: string;
  generate: string;
  submit: string;
  revokeKey: string;
  revoke: string;
  home: string;
  services: string;
  activity: string;
  quickAccess: string;
  panel: string;
  past: string;
  help: string;
  myProfile: string;
  language: string;
  logOut: string;
  /** The time line of a card, where the panel has one. */
  completed?: string;
  /** The panel as redrawn in 2023, the only one ever seen in Spanish. */
  boxed?: { success: string; clearAll: string };
}

const LABELS: Record<Language, ProfileLabels> = {
  en: {
    header: 'Profile',
    subHeader: 'Manage your profile settings',
    tabs: {
      account: 'Account information',
      credentials: 'API credentials',
      security: 'Security',
      notifications: 'Notifications',
    },
    section: 'API keys',
    endpoint: 'Endpoint:',
    generate: 'Generate API key',
    submit: 'Generate',
    revokeKey: 'Revoke API key',
    revoke: 'Revoke',
    home: 'Home',
    services: 'Services',
    activity: 'Activity',
    quickAccess: 'Quick access',
    panel: 'Notifications',
    past: 'see past notifications',
    help: 'Help',
    myProfile: 'My profile',
    language: 'Language',
    logOut: 'Log out',
    completed: 'Completed a few seconds ago',
  },
  fr: {
    header: 'Profil',
    subHeader: 'Gérer les paramètres de votre profil',
    tabs: {
      account: 'Information sur le compte',
      credentials: "Identifiants d'API",
      security: 'Sécurité',
      notifications: 'Notifications',
    },
    section: "Clés d'API",
    endpoint: "Point d'entrée:",
    generate: "Générer une clé d'API",
    submit: 'Générer',
    revokeKey: "Révoquer la clé d'API",
    revoke: 'Révoquer',
    home: 'Accueil',
    services: 'Services',
    activity: 'Activité',
    quickAccess: 'Accès rapide',
    panel: 'Notifications',
    past: 'voir les notifications passées',
    help: 'Aide',
    myProfile: 'Mon profil',
    language: 'Langue',
    logOut: 'Déconnecter',
    completed: 'Terminée il y a quelques secondes',
  },
  es: {
    header: 'Perfil',
    subHeader: 'Gestionar los parámetros de su perfil',
    tabs: {
      account: 'Información de la cuenta',
      credentials: 'Credenciales de API',
      security: 'Seguridad',
      notifications: 'Notificaciones',
    },
    section: 'Claves API',
    endpoint: 'Punto final:',
    generate: 'Generar clave de API',
    submit: 'Generar',
    revokeKey: 'Revocar clave de API',
    revoke: 'Revocar',
    home: 'Inicio',
    services: 'Servicios',
    activity: 'Actividad',
    quickAccess: 'Acceso rápido',
    panel: 'Notificaciones',
    past: 'Ver notificaciones pasadas',
    help: 'Ayuda',
    myProfile: 'Mi perfil',
    language: 'Idioma',
    logOut: 'Cerrar sesión',
    boxed: { success: 'Operación Éxito', clearAll: 'Borrar todo' },
  },
};

export const t: ProfileLabels = LABELS[config.language];

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
  docs: string;
  /** The line with a card's time. */
  completed: string;
  /** What the panel of 2023 says instead. */
  boxed: { success: string; clearAll: string };
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
    docs: 'API docs:',
    completed: 'Completed a few seconds ago',
    boxed: { success: 'Operation Success', clearAll: 'Clear All' },
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
    docs: "Documentation de l'API:",
    completed: 'Terminée il y a quelques secondes',
    boxed: { success: 'Opération réussie', clearAll: 'Effacer toutes' },
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
    docs: 'Documentación de la API:',
    completed: 'Completada hace unos segundos',
    boxed: { success: 'Operación Éxito', clearAll: 'Borrar todo' },
  },
};

export const t: ProfileLabels = LABELS[config.language];

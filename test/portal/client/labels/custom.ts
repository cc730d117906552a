import type { Language } from '../../settings.ts';
import { config } from '../config.ts';

/** The words of an operator's own application. English as recorded, the others are ours. */
interface CustomLabels {
  profile: string;
  account: string;
  credentials: string;
  docs: string;
  endpoint: string;
  generateKey: string;
  generate: string;
  action: string;
  edit: string;
  delete: string;
  deleteKey: string;
  revoke: string;
  notifications: string;
  signOut: string;
}

const LABELS: Record<Language, CustomLabels> = {
  en: {
    profile: 'My Profile',
    account: 'Account Information',
    credentials: 'API Credentials',
    docs: 'API Docs:',
    endpoint: 'Endpoint:',
    generateKey: 'Generate API Key',
    generate: 'Generate',
    action: 'action button',
    edit: 'edit',
    delete: 'Delete',
    deleteKey: 'Delete API Key',
    revoke: 'Revoke',
    notifications: 'Notifications',
    signOut: 'Sign Out',
  },
  fr: {
    profile: 'Mon profil',
    account: 'Information sur le compte',
    credentials: "Identifiants d'API",
    docs: "Documentation de l'API:",
    endpoint: "Point d'entrée:",
    generateKey: "Générer une clé d'API",
    generate: 'Générer',
    action: "bouton d'action",
    edit: 'modifier',
    delete: 'Supprimer',
    deleteKey: "Supprimer la clé d'API",
    revoke: 'Révoquer',
    notifications: 'Notifications',
    signOut: 'Déconnecter',
  },
  es: {
    profile: 'Mi perfil',
    account: 'Información de la cuenta',
    credentials: 'Credenciales de API',
    docs: 'Documentación de la API:',
    endpoint: 'Punto final:',
    generateKey: 'Generar clave de API',
    generate: 'Generar',
    action: 'botón de acción',
    edit: 'editar',
    delete: 'Eliminar',
    deleteKey: 'Eliminar clave de API',
    revoke: 'Revocar',
    notifications: 'Notificaciones',
    signOut: 'Cerrar sesión',
  },
};

export const t: CustomLabels = LABELS[config.language];

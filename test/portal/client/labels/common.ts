import type { Language } from '../../settings.ts';
import { config } from '../config.ts';

/** The words that all layouts share. */
interface CommonLabels {
  name: string;
  lastIp: string;
  lastActivity: string;
  edit: string;
  save: string;
  cancel: string;
  close: string;
  show: string;
  hide: string;
  copy: string;
  done: string;
  failed: string;
  stopsWorking: string;
  legacy: string;
  /** The text before and after a new key's name. */
  generated: [string, string];
  /** The label of a new key's value. */
  value: string;
}

const LABELS: Record<Language, CommonLabels> = {
  en: {
    name: 'Name',
    lastIp: 'Last IP',
    lastActivity: 'Last activity',
    edit: 'Edit API key',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    show: 'Show',
    hide: 'Hide',
    copy: 'Copy to clipboard',
    done: 'Done',
    failed: 'The operation failed.',
    stopsWorking: 'This key will stop working:',
    legacy: 'Legacy API key',
    generated: [
      'The API key ',
      ' has been generated. Make sure to save the key value in a secure location as it will not be displayed again.',
    ],
    value: 'API key',
  },
  fr: {
    name: 'Nom',
    lastIp: 'Dernière IP',
    lastActivity: 'Dernière activité',
    edit: "Modification de la clé d'API",
    save: 'Enregistrer',
    cancel: 'Annuler',
    close: 'Fermer',
    show: 'Afficher',
    hide: 'Masquer',
    copy: 'Copier dans le presse-papiers',
    done: 'Terminer',
    failed: "L'opération a échoué.",
    stopsWorking: 'Cette clé cessera de fonctionner :',
    legacy: "Clé d'API de génération précédente",
    generated: [
      "La clé d'API ",
      ' a été générée. Veuillez conserver la valeur de la clé dans un endroit sûr car elle ne sera plus affichée à nouveau.',
    ],
    value: "Clé d'API",
  },
  es: {
    name: 'Nombre',
    lastIp: 'Última IP',
    lastActivity: 'Última actividad',
    edit: 'Editar clave API',
    save: 'Guardar',
    cancel: 'Cancelar',
    close: 'Cerrar',
    show: 'Mostrar',
    hide: 'Ocultar',
    copy: 'Copiar al portapapeles',
    done: 'Hecho',
    failed: 'La operación ha fallado.',
    stopsWorking: 'Esta clave dejará de funcionar:',
    legacy: 'Clave API heredada',
    generated: [
      'La clave de la API ',
      ' ha sido generada. Asegúrese de guardar el valor clave en una ubicación segura ya que no se volverá a mostrar.',
    ],
    value: 'Clave API',
  },
};

export const labels: CommonLabels = LABELS[config.language];

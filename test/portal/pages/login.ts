import type { Language } from '../settings.ts';
import type { PortalState } from '../state.ts';
import { escapeHtml } from './html.ts';

const LABELS = {
  en: {
    title: 'Sign in',
    user: 'Username',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Wrong username or password.',
    demo: 'Demonstration accounts, password',
  },
  fr: {
    title: 'Connexion',
    user: "Nom d'utilisateur",
    password: 'Mot de passe',
    submit: 'Se connecter',
    wrong: "Nom d'utilisateur ou mot de passe erroné.",
    demo: 'Comptes de démonstration, mot de passe',
  },
  es: {
    title: 'Iniciar sesión',
    user: 'Nombre de usuario',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    wrong: 'Nombre de usuario o contraseña incorrectos.',
    demo: 'Cuentas de demostración, contraseña',
  },
};

/** The sign-in page, which works without scripts. */
export function loginPage(
  state: PortalState,
  language: Language,
  next: string,
  wrong: boolean,
): string {
  const t = LABELS[language];
  const users = state.users.map(({ userName }) => `<code>${userName}</code>`).join(', ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${t.title} - CloudMC</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/app/style/login.css">
</head>
<body>
<main>
<h1>CloudMC</h1>
<form method="post" action="/login" id="login_info">
${wrong ? `<p role="alert">${t.wrong}</p>` : ''}
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label>${t.user} <input id="username" name="username" autocomplete="username" required autofocus></label>
<label>${t.password} <input id="password" name="password" type="password" autocomplete="current-password" required></label>
<button>${t.submit}</button>
</form>
<p>${t.demo} <code>${state.users[0].password}</code>: ${users}</p>
</main>
</body>
</html>`;
}

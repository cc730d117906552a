/// <reference lib="dom" />
import { html, render } from 'htm/preact';
import { config } from './config.ts';
import { CustomApp } from './custom/app.ts';
import { DrawerApp } from './drawer/app.ts';
import { ProfileApp } from './profile/app.ts';

const APPS = {
  profile: ProfileApp,
  submenu: ProfileApp,
  classic: ProfileApp,
  panel: ProfileApp,
  drawer: DrawerApp,
  custom: CustomApp,
};

const root = document.getElementById('root');
if (root) render(html`<${APPS[config.layout]} />`, root);

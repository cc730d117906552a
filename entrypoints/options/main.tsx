import { render } from 'preact';

const root = document.getElementById('root');
if (root) render(<h1>API keys</h1>, root);

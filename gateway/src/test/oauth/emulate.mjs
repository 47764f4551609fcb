// emulate as GitHub: an OAuth app, an organisation with a team, two people. It does not check PKCE.
import { createEmulator } from 'emulate';

const [port, redirectUri] = process.argv.slice(2);
await createEmulator({
  service: 'github',
  port: Number(port),
  baseUrl: `http://127.0.0.1:${port}`,
  seed: {
    github: {
      users: [
        { login: 'octavia', name: 'Octavia Org', email: 'octavia@acme.example' },
        { login: 'casey', name: 'Casey', email: 'casey@acme.example' },
      ],
      orgs: [{ login: 'acme', name: 'Acme', members: [{ login: 'octavia', role: 'admin' }] }],
      oauth_apps: [{ client_id: 'client', client_secret: 'secret', name: 'Mockingbird', redirect_uris: [redirectUri] }],
    },
  },
});

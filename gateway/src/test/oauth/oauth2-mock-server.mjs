// oauth2-mock-server at GitHub's addresses: it checks PKCE, and asks nobody who they are.
import { OAuth2Server } from 'oauth2-mock-server';

const [port, login] = process.argv.slice(2);
const server = new OAuth2Server(undefined, undefined, {
  endpoints: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token', userinfo: '/user' },
});
await server.issuer.keys.generate('ES256');
server.service.on('beforeUserinfo', (answer, request) => {
  answer.body = { id: 4242, login, name: login, avatar_url: '' };
  if (!/^Bearer ey/.test(request.headers.authorization ?? '')) {
    answer.statusCode = 401;
  }
});
// The test looks for these tokens where they must not be.
server.service.on('beforeResponse', (answer) => console.log(`gave ${answer.body.access_token}`));
await server.start(Number(port), '127.0.0.1');

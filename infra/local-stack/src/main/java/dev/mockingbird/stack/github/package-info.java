/// A stand-in for GitHub: its OAuth web flow (with PKCE) and the few API calls that sign-in needs,
/// with demo people.
///
/// It exists so that Mockingbird can be tried without an account. It answers on loopback only, and
/// the launcher refuses it where GitHub credentials or a public address show that somebody means
/// it.
@NullMarked
package dev.mockingbird.stack.github;

import org.jspecify.annotations.NullMarked;

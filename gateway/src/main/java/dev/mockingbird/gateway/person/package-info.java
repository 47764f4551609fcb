/// Who is calling: profiles, roles, and the caller behind a request.
@NullMarked
package dev.mockingbird.gateway.person;

import org.jspecify.annotations.NullMarked;

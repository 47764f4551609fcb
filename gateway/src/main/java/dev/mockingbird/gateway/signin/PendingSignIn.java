package dev.mockingbird.gateway.signin;

import java.util.Map;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/// A sign-in that is on its way through GitHub: what the callback must be checked against.
record PendingSignIn(
    String state,
    String codeVerifier,
    String registration,
    String clientId,
    String authorizationUri,
    String redirectUri,
    String returnTo) {

  static PendingSignIn of(OAuth2AuthorizationRequest request, String returnTo) {
    return new PendingSignIn(
        String.valueOf(request.getState()),
        String.valueOf(request.<Object>getAttribute(PkceParameterNames.CODE_VERIFIER)),
        String.valueOf(request.<Object>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
        request.getClientId(),
        request.getAuthorizationUri(),
        String.valueOf(request.getRedirectUri()),
        returnTo);
  }

  OAuth2AuthorizationRequest toRequest() {
    return OAuth2AuthorizationRequest.authorizationCode()
        .state(state)
        .clientId(clientId)
        .authorizationUri(authorizationUri)
        .redirectUri(redirectUri)
        .attributes(
            attributes ->
                attributes.putAll(
                    Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration,
                        PkceParameterNames.CODE_VERIFIER,
                        codeVerifier)))
        .build();
  }
}

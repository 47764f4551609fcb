package dev.mockingbird.gateway.identity;

import java.time.Instant;
import java.util.Map;

/// One key pair as it lies in Redis.
///
/// @param publicKey the public half, a JWK
/// @param sealedPrivateKey the whole JWK, sealed with the installation key
record SigningKey(
    String kid, Instant createdAt, Map<String, Object> publicKey, String sealedPrivateKey) {}

package dev.mockingbird.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a browser is known. How long it may be idle is Spring Session's own setting.
///
/// @param longest after which even a busy session ends, so that GitHub is asked again who this is
///   and what teams they are in
/// @param signInWithin how long somebody may take at GitHub; a session that nobody has signed in to
///   lives no longer, for anybody may begin one
@ConfigurationProperties("mockingbird.session")
record SessionSettings(
    @DefaultValue("24h") Duration longest, @DefaultValue("15m") Duration signInWithin) {}

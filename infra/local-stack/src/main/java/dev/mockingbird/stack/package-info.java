/// The real Redis, Kafka and Elasticsearch on one machine, for the start script and for tests.
///
/// Each server is a child process that this JVM starts, probes, stops or kills, and starts again on
/// the same port and data: [dev.mockingbird.stack.RedisServer],
/// [dev.mockingbird.stack.KafkaBroker], [dev.mockingbird.stack.ElasticsearchNode]. Their binaries
/// come from Maven Central and lie in this module's `target/stores`.
///
/// A test names what it needs in one line and gets the addresses as a parameter:
///
/// ```java
/// @LocalStack({REDIS, KAFKA})
/// class OutboxRelayIT {
///   @Test
///   void survives(Stores stores, RedisServer ownRedis) { … }
/// }
/// ```
///
/// [dev.mockingbird.stack.Stores] are started once per JVM and shared by all its tests, which keep
/// apart by their own keys, topics and index names. A parameter of a server's own type
/// ([dev.mockingbird.stack.RedisServer] above) is a server of that test class alone, for tests that
/// kill it. Where only static code runs, as in Spring's `@DynamicPropertySource`, use
/// `Stores.shared(REDIS)`.
@NullMarked
package dev.mockingbird.stack;

import org.jspecify.annotations.NullMarked;

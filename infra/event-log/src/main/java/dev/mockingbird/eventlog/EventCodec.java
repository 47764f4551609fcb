package dev.mockingbird.eventlog;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Confidential;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.Topics;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Facts as JSON: readable in the journal, with [Confidential] components encrypted in Kafka.
public final class EventCodec {

  private static final String DATA = "data";
  private static final String ENCRYPTED = "encrypted";

  /// One for all: it learns each type's shape when it first meets it.
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final ClassValue<Set<String>> CONFIDENTIAL =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> event) {
          return Stream.of(event.getRecordComponents())
              .filter(component -> component.isAnnotationPresent(Confidential.class))
              .map(RecordComponent::getName)
              .collect(Collectors.toUnmodifiableSet());
        }
      };

  private final String workspace;
  private final KeySource interviews;
  private final KeySource questions;

  /// For whoever neither writes nor reads the bank.
  ///
  /// @param interviews data keys by interview
  public EventCodec(String workspace, KeySource interviews) {
    this(workspace, interviews, _ -> Optional.empty());
  }

  /// @param interviews data keys by interview
  /// @param questions data keys by question
  public EventCodec(String workspace, KeySource interviews, KeySource questions) {
    this.workspace = workspace;
    this.interviews = interviews;
    this.questions = questions;
  }

  /// The same for one batch: the keys of these aggregates are looked up together, if at all.
  public EventCodec ahead(Collection<String> aggregates) {
    return new EventCodec(
        workspace, new KeysAhead(interviews, aggregates), new KeysAhead(questions, aggregates));
  }

  /// The same with these keys of questions alone.
  public EventCodec with(Map<String, SecretKey> questions) {
    return new EventCodec(
        workspace, interviews, question -> Optional.ofNullable(questions.get(question)));
  }

  /// Both forms of a fact, for an append to the journal of `aggregate`.
  public Append.Fact draft(String aggregate, EventDraft draft) {
    String header = write(header(draft));
    String place =
        write(JSON.createObjectNode().put("workspace", workspace).put("aggregate", aggregate));
    String data = write(draft.event());
    String encrypted = encrypted(aggregate, draft.event().getClass(), data);
    return new Append.Fact(
        withData(header, data),
        Topics.of(draft.event()),
        joined(withData(header, encrypted), place));
  }

  /// The record for Kafka: an outbox entry with the number, sequence and time its append gave it.
  ///
  /// @param draftedEnvelope from [#draft]: it is not read, only gone on with
  public String complete(
      String draftedEnvelope, String aggregate, long number, long sequence, Instant at) {
    ObjectNode rest =
        JSON.createObjectNode()
            .put("id", aggregate + "/" + number)
            .put("number", number)
            .put("sequence", sequence)
            .put("occurredAt", at.toString());
    return joined(draftedEnvelope, write(rest));
  }

  private static String withData(String header, String data) {
    return joined(header, "{\"" + DATA + "\":" + data + '}');
  }

  /// One object of the fields of two, neither of which is empty.
  private static String joined(String one, String other) {
    return one.substring(0, one.length() - 1) + ',' + other.substring(1);
  }

  /// The record for Kafka of an event that no journal decided, such as a score. Equal envelopes
  /// give equal bytes.
  public String encode(EventEnvelope<?> envelope) {
    ObjectNode tree = JSON.valueToTree(envelope);
    String data = write(tree.required(DATA));
    String encrypted = encrypted(envelope.aggregate(), envelope.data().getClass(), data);
    return write(tree.putRawValue(DATA, new RawValue(encrypted)));
  }

  private String write(Object value) {
    return HalfCharacters.escape(JSON.writeValueAsString(value));
  }

  /// @throws MalformedEventException when the record is not a whole envelope of its type's shape;
  ///   any other exception comes from the store of keys and may pass
  public Decoded decode(String kafkaRecord) {
    JsonNode tree = shaped(() -> JSON.readTree(kafkaRecord));
    String type = shaped(() -> tree.required("type").asString());
    Optional<Class<? extends DomainEvent>> event = EventTypes.find(type);
    return event.isEmpty() ? new Decoded.Unknown(type) : decode(tree, type, event.get());
  }

  private Decoded decode(JsonNode tree, String type, Class<? extends DomainEvent> event) {
    String aggregate = shaped(() -> tree.required("aggregate").asString());
    ObjectNode data = shaped(() -> (ObjectNode) tree.required(DATA));
    Set<String> encrypted =
        shaped(
            () ->
                CONFIDENTIAL.get(event).stream()
                    .filter(name -> isEncrypted(data, name))
                    .collect(Collectors.toSet()));
    if (encrypted.isEmpty()) {
      return new Decoded.Readable(
          shaped(() -> envelope(tree, type, aggregate, JSON.treeToValue(data, event))));
    }
    Optional<SecretKey> key = keys(event).find(aggregate);
    if (key.isEmpty()) {
      return new Decoded.Erased(type, aggregate, shaped(() -> tree.required("number").asLong()));
    }
    return new Decoded.Readable(
        shaped(
            () -> {
              // Written once more and read as a whole: trees of all texts would cost more.
              String plain =
                  JsonFields.replaced(
                      JSON.writeValueAsString(data),
                      (name, value) ->
                          encrypted.contains(name)
                              ? decrypt(data, key.get(), aggregate, type, name)
                              : value);
              return envelope(tree, type, aggregate, JSON.readValue(plain, event));
            }));
  }

  private static EventEnvelope<?> envelope(
      JsonNode tree, String type, String aggregate, DomainEvent event) {
    return Wholeness.check(
        new EventEnvelope<>(
            tree.required("id").asString(),
            type,
            tree.required("workspace").asString(),
            aggregate,
            tree.required("number").asLong(),
            tree.required("sequence").asLong(),
            Instant.parse(tree.required("occurredAt").asString()),
            new PersonId(tree.required("actor").asString()),
            tree.required("correlationId").asString(),
            optionalText(tree.get("causationId")),
            event));
  }

  private static String decrypt(
      ObjectNode data, SecretKey key, String aggregate, String type, String name) {
    String text = data.required(name).required(ENCRYPTED).asString();
    try {
      return new String(
          TextCipher.decrypt(key, context(aggregate, type, name), text), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The text does not fit its key", e);
    }
  }

  private static <T> T shaped(Supplier<T> read) {
    try {
      return read.get();
    } catch (RuntimeException e) {
      throw new MalformedEventException("The record is not an event envelope", e);
    }
  }

  /// An event as the journal keeps it.
  public DomainEvent event(String type, JsonNode data) {
    Class<? extends DomainEvent> event =
        EventTypes.find(type)
            .orElseThrow(() -> new IllegalStateException("The journal holds an unknown " + type));
    return JSON.treeToValue(data, event);
  }

  private ObjectNode header(EventDraft draft) {
    return JSON.createObjectNode()
        .put("type", EventTypes.wireType(draft.event().getClass()))
        .put("actor", draft.actor().value())
        .put("correlationId", draft.correlationId())
        .put("causationId", draft.causationId());
  }

  /// @param data as [#write] gives it
  private String encrypted(String aggregate, Class<? extends DomainEvent> event, String data) {
    Set<String> names = CONFIDENTIAL.get(event);
    if (names.isEmpty()) {
      return data;
    }
    String type = EventTypes.wireType(event);
    SecretKey key =
        keys(event)
            .find(aggregate)
            .orElseThrow(() -> new IllegalStateException("No data key for " + aggregate));
    return JsonFields.replaced(
        data,
        (name, value) ->
            names.contains(name)
                ? "{\"%s\":\"%s\"}"
                    .formatted(
                        ENCRYPTED,
                        TextCipher.encrypt(
                            key,
                            context(aggregate, type, name),
                            value.getBytes(StandardCharsets.UTF_8)))
                : value);
  }

  private KeySource keys(Class<? extends DomainEvent> event) {
    return BankEvent.class.isAssignableFrom(event) ? questions : interviews;
  }

  private static boolean isEncrypted(ObjectNode data, String name) {
    return data.required(name).has(ENCRYPTED);
  }

  private static String context(String aggregate, String type, String component) {
    return aggregate + "/" + type + "/" + component;
  }

  private static @Nullable String optionalText(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asString();
  }
}

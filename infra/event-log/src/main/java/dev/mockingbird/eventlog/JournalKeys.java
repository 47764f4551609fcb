package dev.mockingbird.eventlog;

/// The Redis keys of one journal; the only place where they are spelled.
///
/// @param tag hash tag, see [Shards]
/// @param kind the aggregate's kind, such as `room`
public record JournalKeys(String tag, String kind, String id) {

  /// The bank's shard.
  public static final String BANK = "bank";

  /// Of one question of the bank.
  public static JournalKeys question(String id) {
    return new JournalKeys(BANK, "question", id);
  }

  public String head() {
    return of("head");
  }

  public String journal() {
    return of("journal");
  }

  public String clients() {
    return of("clients");
  }

  /// The pub/sub channel that hears every append.
  public String live() {
    return of("live");
  }

  public String outbox() {
    return outbox(tag);
  }

  /// A key of the aggregate beside its journal, such as a view of it.
  public String part(String name) {
    return of(name);
  }

  /// Who is there, per person and instance: an ephemeral view beside the journal.
  public String presence() {
    return of("presence");
  }

  /// A unique index beside the journals of this shard.
  public String index(String name) {
    return "{" + tag + "}:index:" + name;
  }

  static String outbox(String tag) {
    return "{" + tag + "}:outbox";
  }

  static String dataKey(String tag, String interview) {
    return "{" + tag + "}:interview:" + interview + ":data-key";
  }

  private String of(String part) {
    return "{" + tag + "}:" + kind + ":" + id + ":" + part;
  }
}

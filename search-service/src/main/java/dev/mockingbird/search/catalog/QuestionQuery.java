package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.mockingbird.search.index.TextQuery;
import dev.mockingbird.search.index.TextQuery.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What somebody looks for.
///
/// @param words may be blank: then everything that passes the filters is found
record QuestionQuery(String words, Map<Facet, FieldValue> filters) {

  private static final List<Field> MEMBER_FIELDS =
      List.of(
          new Field("title", 3),
          new Field("body", 1),
          new Field("tagText", 1.5),
          new Field("topicText", 0.8));
  private static final List<Field> STAFF_FIELDS =
      Stream.concat(
              MEMBER_FIELDS.stream(),
              Stream.of(new Field("reference", 0.5), new Field("keyPoints", 0.5)))
          .toList();

  enum Facet {
    TOPIC("topic", "topics", false),
    LANGUAGE("language", "language", false),
    DIFFICULTY("difficulty", "difficulty", false),
    HAS_REFERENCE("hasReference", "hasReference", false),
    MISSING("missing", "missing", true),
    SOURCE("source", "source", true);

    private final String wire;
    private final String field;
    private final boolean staffOnly;

    /// @param wire its name outside
    /// @param staffOnly how the team works on its bank is nobody else's business
    Facet(String wire, String field, boolean staffOnly) {
      this.wire = wire;
      this.field = field;
      this.staffOnly = staffOnly;
    }

    static List<Facet> readable(boolean staff) {
      return Stream.of(values()).filter(it -> staff || !it.staffOnly).toList();
    }

    String wire() {
      return wire;
    }

    String field() {
      return field;
    }

    boolean isStaffOnly() {
      return staffOnly;
    }
  }

  QuestionQuery {
    filters = Map.copyOf(filters);
  }

  /// What a caller may search in: a hit in a field is a look into it.
  static List<Field> readable(boolean staff) {
    return staff ? STAFF_FIELDS : MEMBER_FIELDS;
  }

  boolean hasWords() {
    return !words.isBlank();
  }

  Query query(boolean staff) {
    Query sought =
        hasWords() ? TextQuery.of(words, readable(staff)) : Query.of(it -> it.matchAll(all -> all));
    return Query.of(it -> it.bool(bool -> bool.must(sought).filter(there())));
  }

  /// Only of these anybody finds anything.
  static List<Query> there() {
    return List.of(
        Query.of(it -> it.term(term -> term.field("retired").value(false))),
        AppliedBatches.counting("batch", CatalogIndices.STANDING.imports()));
  }

  /// All chosen filters.
  Query chosen() {
    return conjunction(filters);
  }

  /// All chosen filters but that of the facet: its counts say what choosing another value would
  /// find.
  Query chosenBeside(Facet facet) {
    Map<Facet, FieldValue> others = new EnumMap<>(Facet.class);
    others.putAll(filters);
    others.remove(facet);
    return conjunction(others);
  }

  private static Query conjunction(Map<Facet, FieldValue> filters) {
    return Query.of(
        it ->
            it.bool(
                bool ->
                    bool.filter(
                        filters.entrySet().stream()
                            .map(
                                filter ->
                                    Query.of(
                                        q ->
                                            q.term(
                                                term ->
                                                    term.field(filter.getKey().field())
                                                        .value(filter.getValue()))))
                            .toList())));
  }
}

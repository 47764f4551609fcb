package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words sought in fields that are indexed twice: `field` by tokens and `field.bi` by pairs of
/// tokens, which carry the meaning in Chinese and the phrase in English.
public final class TextQuery {

  private static final double PAIRS_OVER_TOKENS = 2.5;

  private TextQuery() {}

  public record Field(String name, double weight) {}

  public static Query of(String sought, List<Field> fields) {
    Words words = Words.of(sought);
    return Query.of(
        query ->
            query.bool(
                bool ->
                    bool.should(
                            should ->
                                should.multiMatch(
                                    it ->
                                        it.query(sought)
                                            .type(TextQueryType.MostFields)
                                            .fields(pairs(fields))))
                        .should(
                            should ->
                                should.multiMatch(
                                    it ->
                                        it.query(words.text())
                                            .type(TextQueryType.MostFields)
                                            .minimumShouldMatch(String.valueOf(words.required()))
                                            .fields(tokens(fields))))
                        .minimumShouldMatch("1")));
  }

  /// Marks whole texts; [Highlights] cuts them.
  public static Highlight highlight(String... fields) {
    return Highlight.of(
        it ->
            it.preTags(String.valueOf(Highlights.OPEN))
                .postTags(String.valueOf(Highlights.CLOSE))
                .numberOfFragments(0)
                .fields(
                    Stream.of(fields)
                        .flatMap(field -> Stream.of(field, field + ".bi"))
                        .collect(
                            Collectors.toMap(field -> field, _ -> HighlightField.of(f -> f)))));
  }

  private static List<String> pairs(List<Field> fields) {
    return fields.stream().map(it -> it.name() + ".bi^" + it.weight() * PAIRS_OVER_TOKENS).toList();
  }

  private static List<String> tokens(List<Field> fields) {
    return fields.stream().map(it -> it.name() + "^" + it.weight()).toList();
  }
}

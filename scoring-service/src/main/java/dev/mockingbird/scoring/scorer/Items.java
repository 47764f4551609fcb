package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.scoring.scorer.text.Listing;
import dev.mockingbird.scoring.scorer.text.StopWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The things that a reference wants named, those of each key point by themselves. What the
/// question says already and what most of them have in common tells little of any.
final class Items {

  private static final double PAIR = 0.5;
  private static final double FUNCTION_WORD = 0.1;
  private static final double ASKED = 0.15;
  private static final double COMMON = 0.3;
  private static final int MOST_OF_A_POINT = 40;

  private final Listing listing;
  private final Set<String> asked;
  private final Map<String, Integer> having = new HashMap<>();
  private final List<List<Item>> ofEach;
  private int count;

  /// How far the answer names each thing of a key point, 0 to 1.
  ///
  /// @param said share of each that stands in one place of the answer
  /// @param alike how like the likest place is to each: Dice's coefficient
  record Named(double[] said, double[] alike) {}

  /// @param grams units and pairs of neighbouring ones, with what each tells
  private record Item(Map<String, Double> grams, double weight) {

    double shared(Item place) {
      double shared = 0;
      for (Map.Entry<String, Double> gram : grams.entrySet()) {
        shared += place.grams.containsKey(gram.getKey()) ? gram.getValue() : 0;
      }
      return shared;
    }
  }

  private Items(EncodedQuestion question, List<KeyPoint> points) {
    List<String> repeated = Listing.units(question.text());
    asked = new HashSet<>(repeated);
    listing = new Listing(question.language(), asked);
    List<List<List<String>>> units =
        points.stream().map(it -> units(it.text(), phrase(repeated))).toList();
    for (List<List<String>> point : units) {
      for (List<String> item : point) {
        count++;
        new HashSet<>(item).forEach(unit -> having.merge(unit, 1, Integer::sum));
      }
    }
    ofEach = units.stream().map(point -> point.stream().map(this::item).toList()).toList();
  }

  static Items of(EncodedQuestion question, List<KeyPoint> points) {
    return new Items(question, points);
  }

  /// @param sentences of the answer
  /// @return one for each key point
  List<Named> in(List<String> sentences) {
    List<Item> places =
        sentences.stream()
            .flatMap(it -> listing.places(it).stream())
            .distinct()
            .map(it -> item(Listing.units(it)))
            .toList();
    return ofEach.stream().map(items -> named(items, places)).toList();
  }

  private static Named named(List<Item> items, List<Item> places) {
    double[] said = new double[items.size()];
    double[] alike = new double[items.size()];
    for (int i = 0; i < said.length; i++) {
      Item item = items.get(i);
      for (Item place : places) {
        double shared = item.shared(place);
        said[i] = Math.max(said[i], shared / item.weight());
        alike[i] = Math.max(alike[i], 2 * shared / (item.weight() + place.weight()));
      }
    }
    return new Named(said, alike);
  }

  /// What only repeats the question is nothing to name, unless it is all there is.
  private List<List<String>> units(String point, String question) {
    List<List<String>> all =
        listing.items(point).stream().map(Listing::units).limit(MOST_OF_A_POINT).toList();
    List<List<String>> own =
        all.stream()
            .filter(it -> !question.contains(phrase(it)))
            .filter(it -> !it.stream().allMatch(StopWords::contains))
            .toList();
    return own.isEmpty() ? all : own;
  }

  private static String phrase(List<String> units) {
    return " " + String.join(" ", units) + " ";
  }

  private Item item(List<String> units) {
    Map<String, Double> grams = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      double weight = weight(units.get(i));
      grams.put(units.get(i), weight);
      if (i > 0) {
        grams.put(
            units.get(i - 1) + " " + units.get(i),
            PAIR * Math.min(weight(units.get(i - 1)), weight));
      }
    }
    return new Item(grams, grams.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private double weight(String unit) {
    double weight = StopWords.contains(unit) ? FUNCTION_WORD : 1;
    if (asked.contains(unit)) {
      weight *= ASKED;
    }
    if (count > 1 && having.getOrDefault(unit, 0) > count / 2.0) {
      weight *= COMMON;
    }
    return weight;
  }
}

package dev.mockingbird.search.index;

import java.io.InputStream;

/// One index: everybody uses its alias, so that a rebuilt one can take its place.
///
/// @param standing the alias by which it is searched
/// @param generation of the mapping; a new one takes the place of the old and is filled from Kafka
/// @param home the class beside which `<standing>.json` with settings and mappings lies
/// @param edition tells apart the indices of one generation; empty for the first
public record Index(String standing, int generation, Class<?> home, String edition) {

  public Index(String standing, int generation, Class<?> home) {
    this(standing, generation, home, "");
  }

  /// The one that is filled aside, under an alias of its own, to take this one's place.
  Index successor(String edition) {
    return new Index(standing, generation, home, edition);
  }

  public String alias() {
    return edition.isEmpty() ? standing : standing + "-" + edition;
  }

  /// Of the first edition; the names of later ones go on after a `-`.
  String name() {
    return standing + "-v" + generation + (edition.isEmpty() ? "" : "-" + edition);
  }

  InputStream definition() {
    InputStream definition = home.getResourceAsStream(standing + ".json");
    if (definition == null) {
      throw new IllegalStateException(standing + ".json is missing from the jar");
    }
    return definition;
  }
}

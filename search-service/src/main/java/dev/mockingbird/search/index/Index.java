package dev.mockingbird.search.index;

import java.io.InputStream;

/// One index: everybody uses its alias, so that a rebuilt one can take its place.
///
/// @param generation of the mapping; a new one takes the place of the old and is filled from Kafka
/// @param home the class beside which `<alias>.json` with settings and mappings lies
public record Index(String alias, int generation, Class<?> home) {

  String name() {
    return alias + "-v" + generation;
  }

  InputStream definition() {
    InputStream definition = home.getResourceAsStream(alias + ".json");
    if (definition == null) {
      throw new IllegalStateException(alias + ".json is missing from the jar");
    }
    return definition;
  }
}

package dev.mockingbird.scoring.model;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pieces a WordPiece model knows, read from its `tokenizer.json`.
record Vocabulary(Map<String, Integer> ids, int unknown, int start, int end) {

  static Vocabulary read(InputStream tokenizerJson) {
    JsonNode vocabulary =
        JsonMapper.builder().build().readTree(tokenizerJson).required("model").required("vocab");
    Map<String, Integer> ids = HashMap.newHashMap(vocabulary.size());
    vocabulary.properties().forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
    return new Vocabulary(ids, id(ids, "[UNK]"), id(ids, "[CLS]"), id(ids, "[SEP]"));
  }

  int size() {
    return ids.size();
  }

  private static int id(Map<String, Integer> ids, String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalStateException("The vocabulary lacks " + piece);
    }
    return id;
  }
}

package dev.mockingbird.scoring.scorer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps the values asked for last.
final class Remembered<K, V> {

  private final Map<K, V> values;

  Remembered(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  V get(K key, Supplier<V> made) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V value = made.get();
    synchronized (values) {
      values.put(key, value);
    }
    return value;
  }
}

package dev.mockingbird.eventlog;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record from outside may lack components, which JSON reads as null: only those marked
/// [Nullable] may be.
final class Wholeness {

  private Wholeness() {}

  /// @return the record
  /// @throws IllegalArgumentException naming the first component that is missing, however deep
  static <T extends Record> T check(T whole) {
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      Object value = value(component, whole);
      if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        throw new IllegalArgumentException(
            whole.getClass().getSimpleName() + " lacks its " + component.getName());
      }
      look(value);
    }
    return whole;
  }

  private static void look(@Nullable Object value) {
    switch (value) {
      case Record nested -> check(nested);
      case Collection<?> many -> many.forEach(Wholeness::lookInside);
      case Map<?, ?> many -> many.values().forEach(Wholeness::lookInside);
      case null, default -> {}
    }
  }

  private static void lookInside(@Nullable Object element) {
    if (element == null) {
      throw new IllegalArgumentException("A list lacks an element");
    }
    look(element);
  }

  private static @Nullable Object value(RecordComponent component, Record whole) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

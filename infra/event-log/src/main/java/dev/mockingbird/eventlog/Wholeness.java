package dev.mockingbird.eventlog;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A record from outside may lack components, which JSON reads as null: only those marked
/// [Nullable] may be.
public final class Wholeness {

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(
                  it -> {
                    it.getAccessor().setAccessible(true);
                    return new Component(
                        it.getName(),
                        it.getAccessor(),
                        it.getAnnotatedType().isAnnotationPresent(Nullable.class));
                  })
              .toList();
        }
      };

  private record Component(String name, Method accessor, boolean optional) {

    @Nullable Object of(Record whole) {
      try {
        return accessor.invoke(whole);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Wholeness() {}

  /// @return the record
  /// @throws IllegalArgumentException naming the first component that is missing, however deep
  public static <T extends Record> T check(T whole) {
    for (Component component : COMPONENTS.get(whole.getClass())) {
      Object value = component.of(whole);
      if (value == null && !component.optional()) {
        throw new IllegalArgumentException(
            whole.getClass().getSimpleName() + " lacks its " + component.name());
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
}

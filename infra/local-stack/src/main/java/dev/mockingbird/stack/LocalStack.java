package dev.mockingbird.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The test needs these stores: they are up before it starts, and a parameter of type [Stores]
/// tells where.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LocalStackExtension.class)
public @interface LocalStack {

  /// The shared stores to start; none when the test works on servers of its own only.
  Store[] value() default {};
}

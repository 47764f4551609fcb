package dev.mockingbird.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name of an event on the wire, such as `room.answer-submitted.v1`; never a class name.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WireType {
  String value();
}

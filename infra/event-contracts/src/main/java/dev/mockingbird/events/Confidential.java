package dev.mockingbird.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a top-level component of an event whose value is encrypted in Kafka under the data key of
/// the interview, or of the question of the bank: what people wrote, and what a candidate may not
/// read.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Confidential {}

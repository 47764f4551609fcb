package dev.mockingbird.search.bank;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import java.time.Instant;

/// One thing that happened to a question, as its journal keeps it.
///
/// @param number dense within the question, from 1
/// @param at the store's clock
public record QuestionFact(BankEvent event, long number, Instant at, PersonId actor) {}

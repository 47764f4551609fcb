package dev.mockingbird.scoring.agreement;

/// A shipped score and the grade of the same answer, both of 100.
record Pair(String question, double score, double grade) {}

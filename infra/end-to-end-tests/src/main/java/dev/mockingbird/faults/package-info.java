/// Fault programs: many simulated pages type in rooms while servers are killed, stopped, cut off or
/// starved, and everything the pages were told is then held against the journal.
///
/// [dev.mockingbird.faults.Faults] is the command, [dev.mockingbird.faults.Program] lists what it
/// can do. A [dev.mockingbird.faults.Page] is a foreign client of the protocol in
/// `infra/docs/asyncapi.yaml` and keeps a [dev.mockingbird.faults.PageRecord];
/// [dev.mockingbird.faults.Checker] compares the records with the journal as Redis has it. Neither
/// shares code with the service.
@NullMarked
package dev.mockingbird.faults;

import org.jspecify.annotations.NullMarked;

package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.interview.room.RoomEntryCodec;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

  /// Entries between snapshots, and in a chunk: what one folds to join, in a few milliseconds.
  private static final int SPACING = 1_000;

  private static final Executor THREADS = Thread.ofVirtual().name("archive-", 0)::start;

  @Bean
  RoomEntryCodec roomEntryCodec(EventCodec eventCodec) {
    return new RoomEntryCodec(eventCodec);
  }

  @Bean
  ArchiveIndex archiveIndex(StatefulRedisConnection<String, String> eventLogConnection) {
    return new ArchiveIndex(eventLogConnection);
  }

  @Bean(destroyMethod = "close")
  ArchiveTopic archiveTopic(
      Producer<String, String> durableProducer,
      @Value("${mockingbird.kafka.bootstrap}") String kafka) {
    return new ArchiveTopic(durableProducer, kafka);
  }

  @Bean
  ArchivedChunks archivedChunks(ArchiveTopic archiveTopic, DataKeys dataKeys) {
    return new ArchivedChunks(archiveTopic, dataKeys);
  }

  /// What everybody else in this service means by the journal.
  @Bean
  @Primary
  Journal archivedJournal(
      @Qualifier("journal") Journal journal, ArchiveIndex archiveIndex, ArchivedChunks chunks) {
    return new ArchivedJournal(journal, archiveIndex, chunks, THREADS);
  }

  @Bean
  Snapshots snapshots(
      StatefulRedisConnection<String, String> eventLogConnection,
      Journal archivedJournal,
      ArchiveIndex archiveIndex,
      ArchivedChunks chunks,
      RoomEntryCodec codec) {
    return new Snapshots(
        eventLogConnection, archivedJournal, archiveIndex, chunks, codec, THREADS, SPACING);
  }

  @Bean
  EndedRooms endedRooms(
      StatefulRedisConnection<String, String> eventLogConnection,
      Shards shards,
      ArchiveIndex archiveIndex) {
    return new EndedRooms(eventLogConnection, shards, archiveIndex);
  }

  @Bean
  ArchiveSweep archiveSweep(
      StatefulRedisConnection<String, String> eventLogConnection,
      @Qualifier("journal") Journal journal,
      ArchiveIndex archiveIndex,
      ArchiveTopic archiveTopic,
      DataKeys dataKeys,
      RoomEntryCodec codec,
      EndedRooms endedRooms,
      LastingView lastingView,
      Shards shards,
      InstantSource clock,
      @Value("${mockingbird.room.kept-in-redis-for:7d}") Duration keptFor,
      MeterRegistry meters) {
    return new ArchiveSweep(
        new RoomArchiver(journal, archiveIndex, archiveTopic, dataKeys, codec, SPACING),
        endedRooms,
        lastingView,
        shards,
        eventLogConnection,
        clock,
        keptFor,
        meters);
  }

  @Bean
  PatientWork archiveWork(
      ArchiveSweep archiveSweep,
      @Value("${mockingbird.room.archive-swept-every:60s}") Duration pause) {
    return new PatientWork("The archive of rooms", pause, archiveSweep::sweep);
  }
}
